import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { useWays, waysNow } from '#access/ways.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { WordsHere } from './hard-words/WordsHere.tsx';
import { HowIWantIt } from './HowIWantIt.tsx';
import { Say } from './Say.tsx';
import { said as wordsIn, useSaid } from './said.ts';
import { useArrival, useNewScreen } from './useNewScreen.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useReading } from './useReading.ts';
import { say } from './words.ts';

type Props = {
  /** The title of the browser's tab; the h1 stands in `children`. */
  title: Phrase;
  /** What stands at the left of the top bar on wide screens. */
  where?: ReactNode;
  /** Rows that explain this screen, one idea each. */
  help: readonly Phrase[];
  /** More in the help sheet: what this screen offers besides. */
  helpMore?: ReactNode;
  onStop(): void;
  /** The adopted ground rules: one tap away wherever there are any. */
  rules?: readonly Phrase[];
  /** Anything between the top bar and the main part, such as a notice to the leader. */
  notice?: ReactNode;
  children: ReactNode;
  done?: ReactNode;
  /** How the main part is laid out; 'curtain' is the full glaze between two people. */
  look?: 'ask' | 'curtain' | '';
  /** For a person taking part: counts the questions, each of which is a screen of its own. */
  step?: number;
};

/** Every screen: the same four in the same order at the top, the main part, and what to do at the foot. */
export function Frame(props: Props) {
  const { title, where, help, helpMore, onStop, rules = [], notice, children, done, look = '', step } = props;
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'' | 'help' | 'how' | 'rules'>('');
  const { state, why, read, readNew, stop } = useReading(main);
  const said = useSaid();
  const ways = useWays(waysNow);
  const speaking = state === 'speaking';
  const close = (): void => setOpen('');

  useEffect(() => {
    document.title = `${wordsIn(title, 'plain')} – Cuppa`;
  }, [title]);
  useNewScreen(main, step);
  useKeptFocus(main);
  // A new screen is read by itself only to someone who chose "read to me".
  useArrival(main, `${title.plain} ${step ?? ''}`, ways.readAloud, readNew);

  return (
    <div className={`frame ${look === 'curtain' ? 'curtain' : ''}`}>
      <header className="top">
        {where && <div className="where">{where}</div>}
        <nav aria-label={said(say('always'))}>
          <Button phrase={say('help')} mark="help" onPress={() => setOpen('help')} />
          <Button phrase={say('stop')} mark="stop" className="stop" onPress={onStop} />
          <Button
            phrase={speaking ? say('stopReading') : say('read')}
            mark={speaking ? 'pause' : 'read'}
            onPress={speaking ? stop : read}
            reads
          />
          <Button phrase={say('how')} mark="how" onPress={() => setOpen('how')} />
        </nav>
      </header>
      {(notice || (rules.length > 0 && !ways.calm)) && (
        <div className="notices">
          {notice}
          {rules.length > 0 && !ways.calm && (
            <Button
              phrase={say('ourRules')}
              mark="rules"
              className="our-rules"
              onPress={() => setOpen('rules')}
            />
          )}
        </div>
      )}
      <main ref={main} className={look === 'ask' ? 'ask' : ''}>
        {why && <p className="card no-voice">{said(why)}</p>}
        {children}
      </main>
      {done && <footer className="done">{done}</footer>}
      <Dialog title={say('help')} open={open === 'help'} onClose={close}>
        {help.map((row) => (
          <Say key={row.plain} phrase={row} />
        ))}
        {/* Where few things are in sight, the rules are still one tap further. */}
        {ways.calm && rules.length > 0 && (
          <Button phrase={say('ourRules')} mark="rules" onPress={() => setOpen('rules')} />
        )}
        <WordsHere root={main} />
        {helpMore}
      </Dialog>
      <Dialog title={say('ourRules')} open={open === 'rules'} onClose={close}>
        {rules.map((rule) => (
          <Say key={rule.plain} phrase={rule} />
        ))}
      </Dialog>
      <HowIWantIt open={open === 'how'} onClose={close} />
    </div>
  );
}
