import { useState, type ReactNode } from 'react';
import { changeWays, useWays, waysNow, type Ways } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Mark } from './Mark.tsx';
import { Picture } from './Picture.tsx';
import { said as wordsIn, useSaid } from './said.ts';
import { say } from './words.ts';

type Way = {
  name: Phrase;
  on: (ways: Ways) => boolean;
  set: (on: boolean) => Partial<Ways>;
  sample: ReactNode;
};

const sample = say('sample');
const words = (text: 'plain' | 'easy'): string => wordsIn(sample, text);

/** Each way is offered by what it looks like, not by the name of a need. */
const first: Way[] = [
  {
    name: say('bigger'),
    on: (ways) => ways.text === 'large',
    set: (on) => ({ text: on ? 'large' : 'standard' }),
    sample: <span className="s-big">{words('plain')}</span>,
  },
  {
    name: say('easyRead'),
    on: (ways) => ways.words === 'easy',
    set: (on) => ({ words: on ? 'easy' : 'plain' }),
    sample: (
      <span className="s-easy">
        <Picture symbol={sample.symbol} />
        <span>{words('easy')}</span>
      </span>
    ),
  },
  {
    name: say('pictures'),
    on: (ways) => ways.words === 'symbols',
    set: (on) => ({ words: on ? 'symbols' : 'plain' }),
    sample: (
      <span className="s-pics">
        {[say('sampleOne'), say('sampleTwo')].map((part) => (
          <span className="s-pic" key={part.plain}>
            <Picture symbol={part.symbol} />
            {part.easy}
          </span>
        ))}
      </span>
    ),
  },
  {
    name: say('contrast'),
    on: (ways) => ways.theme === 'contrast',
    set: (on) => ({ theme: on ? 'contrast' : 'light' }),
    sample: <span className="s-contrast">{words('plain')}</span>,
  },
];

const more: Way[] = [
  {
    name: say('readEach'),
    on: (ways) => ways.readAloud,
    set: (on) => ({ readAloud: on }),
    sample: <Mark name="read" />,
  },
  {
    name: say('calm'),
    on: (ways) => ways.calm,
    set: (on) => ({ calm: on }),
    sample: <span className="s-calm">{words('plain')}</span>,
  },
  {
    name: say('dark'),
    on: (ways) => ways.theme === 'dark',
    set: (on) => ({ theme: on ? 'dark' : 'light' }),
    sample: <span className="s-dark">{words('plain')}</span>,
  },
  {
    name: say('biggest'),
    on: (ways) => ways.text === 'larger',
    set: (on) => ({ text: on ? 'larger' : 'standard' }),
    sample: <span className="s-biggest">{wordsIn(say('sampleOne'), 'plain')}</span>,
  },
  {
    name: say('slowTaps'),
    on: (ways) => ways.ignoreMs > 1000,
    set: (on) => ({ ignoreMs: on ? 1500 : 500 }),
    sample: <Mark name="timer" />,
  },
];

/** The tiles of "How do you want it?". A tap changes the tablet at once. */
export function WaysTiles() {
  const ways = useWays(waysNow);
  const [all, setAll] = useState(false);
  const said = useSaid();
  return (
    <>
      <div className="choices ways-tiles">
        {(all ? [...first, ...more] : first).map((way) => {
          const on = way.on(ways);
          return (
            <button
              key={way.name.plain}
              type="button"
              className="choice way"
              aria-pressed={on}
              onClick={() => changeWays(way.set(!on))}
            >
              <span className="sample" aria-hidden="true">
                {way.sample}
              </span>
              <span className="name">{said(way.name)}</span>
              {on && <Mark name="tick" className="tick" />}
            </button>
          );
        })}
      </div>
      <Button
        phrase={all ? say('fewerWays') : say('moreWays')}
        big
        className="wide"
        markAfter={all ? 'up' : 'next'}
        onPress={() => setAll(!all)}
      />
    </>
  );
}

/** "How I want it" as a sheet over any screen: nothing beneath it is lost. */
export function HowIWantIt({ open, onClose }: { open: boolean; onClose(): void }) {
  const said = useSaid();
  const [before, setBefore] = useState<Ways | null>(null);
  const now = useWays(waysNow);
  if (open && before === null) setBefore(now);
  if (!open && before !== null) setBefore(null);
  return (
    <Dialog
      title={say('howTitle')}
      open={open}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('asItWas')} mark="undo" big onPress={() => before && changeWays(before)} />
          <Button phrase={say('thisIsGood')} mark="tick" weight="go" big onPress={onClose} />
        </>
      }
    >
      <p>{said(say('howHint'))}</p>
      <WaysTiles />
    </Dialog>
  );
}
