import { useRef, useState } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { SymbolPicker } from '#ui/SymbolPicker.tsx';
import { Write } from '#ui/Write.tsx';
import { say as sayUi } from '#ui/words.ts';
import { isEasy, leftOut, remarksOf, type Remark } from './remarks.ts';
import { say } from './words.ts';

type Props = { phrases: readonly Phrase[]; onPhrase: (old: Phrase, next: Phrase) => void };

/** Things to look at: what is missing, numbered, with a fix beside each; and what was left out on purpose. */
export function Remarks({ phrases, onPhrase: change }: Props) {
  const said = useSaid();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone with its remark: the focus goes to how many are left.
  const onPhrase = (old: Phrase, next: Phrase): void => {
    change(old, next);
    title.current?.focus();
  };
  const remarks = remarksOf(phrases);
  const out = leftOut(phrases);
  return (
    <aside className="card check">
      <h2 ref={title} tabIndex={-1}>
        {said(remarks.length > 0 ? say('lookAt', { count: remarks.length }) : say('lookAtNothing'))}
      </h2>
      {remarks.length === 0 && <p className="quiet">{said(say('lookAtNothingHint'))}</p>}
      <ol className="stack">
        {remarks.map((remark, index) => (
          <One
            key={`${remark.place} ${remark.lack}`}
            remark={remark}
            number={index + 1}
            onPhrase={onPhrase}
          />
        ))}
      </ol>
      {out.length > 0 && <h3>{said(say('leftOut'))}</h3>}
      {out.map((phrase) => (
        <div className="remark" key={phrases.indexOf(phrase)}>
          <p>
            <strong>{said(phrase)}</strong>
          </p>
          <p className="quiet">{phrase.reason}</p>
          <Button
            phrase={say('takeBack')}
            mark="undo"
            onPress={() => onPhrase(phrase, { ...phrase, reason: '' })}
          />
        </div>
      ))}
    </aside>
  );
}

type OneProps = { remark: Remark; number: number; onPhrase: Props['onPhrase'] };

function One({ remark, number, onPhrase }: OneProps) {
  const { phrase, place, lack, words } = remark;
  const [picking, setPicking] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const said = useSaid();
  const put = (change: Partial<Phrase>): void => onPhrase(phrase, { ...phrase, ...change });
  const name =
    phrase.plain || phrase.easy
      ? `“${short(phrase.plain || phrase.easy)}”`
      : said(say('row', { n: place + 1 }));
  const named = (button: Phrase): string => `${said(button)}: ${name}`;
  return (
    <li className="remark">
      <p>
        <span className="num">{number}</span> <b>{name}</b>
      </p>
      <p>{said(say(`no-${lack}`, { words }))}</p>
      {lack === 'easy' && isEasy(phrase.plain) && (
        <Button
          phrase={say('samePlain')}
          name={named(say('samePlain'))}
          mark="copy"
          onPress={() => put({ easy: phrase.plain })}
        />
      )}
      {lack === 'symbol' && (
        <Button
          phrase={say('findPicture')}
          name={named(say('findPicture'))}
          mark="search"
          onPress={() => setPicking(true)}
        />
      )}
      {(lack === 'easy' || lack === 'symbol') && why === null && (
        <Button
          phrase={say('leaveOut')}
          name={named(say('leaveOut'))}
          mark="remove"
          onPress={() => setWhy('')}
        />
      )}
      {why !== null && (
        <>
          <Write label={say('whyLeave')} value={why} max={400} onChange={setWhy} />
          <Button
            phrase={say('thatsWhy')}
            mark="tick"
            off={why.trim() === ''}
            onPress={() => put({ reason: why.trim() })}
          />
          <Button phrase={sayUi('back')} mark="back" onPress={() => setWhy(null)} />
        </>
      )}
      <SymbolPicker
        open={picking}
        words={phrase.plain || phrase.easy}
        onPick={(symbol) => put({ symbol })}
        onClose={() => setPicking(false)}
      />
    </li>
  );
}

const short = (text: string): string => (text.length > 48 ? `${text.slice(0, 46).trimEnd()}…` : text);
