import { useState } from 'react';
import type { FollowChange } from '#workshop/follow-changes.ts';
import type { Outcome } from '#workshop/follow.ts';
import { emptyPhrase, type Phrase } from '#workshop/phrase.ts';
import { today } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Mark } from '#ui/Mark.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { outcomeWords } from './told.ts';
import { say } from './words.ts';

export type Became = Extract<FollowChange, { promise: string }>;

/** What became of one thing; where tablets apart said different things, all of them, until somebody chooses. */
export function Outcomes({
  outcomes,
  onUse,
}: {
  outcomes: readonly Outcome[];
  onUse?: (one: Outcome) => void;
}) {
  const said = useSaid();
  if (outcomes.length < 2) return outcomes.map((one) => <OutcomeRow key={one.how} outcome={one} />);
  return (
    <div className="stack two-versions">
      <p>
        <strong>{said(say('differ'))}</strong>
      </p>
      {outcomes.map((one) => (
        <div key={`${one.how} ${one.words.plain}`} className="card-row">
          <OutcomeRow outcome={one} />
          {onUse && <Button phrase={say('useThis')} mark="tick" onPress={() => onUse(one)} />}
        </div>
      ))}
    </div>
  );
}

/** A tick or a cross, and the word for it: no colour alone. */
export function OutcomeRow({ outcome }: { outcome: Outcome }) {
  const said = useSaid();
  const mark = outcome.how === 'done' ? 'tick' : outcome.how === 'not-done' ? 'close' : 'timer';
  return (
    <p className="outcome" data-how={outcome.how}>
      <Mark name={mark} />
      <span>{said(outcomeWords(outcome))}</span>
    </p>
  );
}

/** The change that says so. */
export function becameOf(promise: string, { how, words, on }: Outcome): Became {
  if (how === 'done') return { type: 'promise-done', promise, words, on };
  if (how === 'not-done') return { type: 'promise-not-done', promise, reason: words, on };
  return { type: 'promise-opened-again', promise };
}

type Props = {
  promise: string;
  what: Phrase;
  /** Only why it can't be done: there is nothing yet that could be done. */
  onlyWhyNot?: boolean;
  onKeep(change: Became): Promise<void>;
  onClose(): void;
};

/** Says what became of it: done, or not done with a reason, without which it can't be saved. */
export function OutcomeDialog({ promise, what, onlyWhyNot = false, onKeep, onClose }: Props) {
  const [how, setHow] = useState<Outcome['how'] | ''>(onlyWhyNot ? 'not-done' : '');
  const [words, setWords] = useState<Phrase>(emptyPhrase);
  const [missing, setMissing] = useState(false);
  const said = useSaid();
  const keep = (): void => {
    const lacks = how === 'not-done' && `${words.plain}${words.easy}`.trim() === '';
    setMissing(lacks);
    if (lacks || how === '') return;
    void onKeep(becameOf(promise, { how, words, on: today() })).then(onClose);
  };
  const ways = [
    ['done', say('done')],
    ['not-done', say('notDone')],
    ['open', say('stillOpen')],
  ] as const;
  return (
    <Dialog
      title={say(onlyWhyNot ? 'cannot' : 'became')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leave')} mark="back" big onPress={onClose} />
          <Button phrase={say('keepLine')} mark="tick" weight="go" big off={how === ''} onPress={keep} />
        </>
      }
    >
      <Say phrase={what} />
      {!onlyWhyNot && (
        <div className="thirds tall">
          {ways.map(([name, phrase]) => (
            <Button
              key={name}
              phrase={phrase}
              picture
              pressed={how === name}
              onPress={() => {
                setHow(name);
                setMissing(false);
              }}
            />
          ))}
        </div>
      )}
      {how !== '' && how !== 'open' && (
        <section className="stack">
          <h2>{said(say(how === 'done' ? 'doneWords' : 'reason'))}</h2>
          {how === 'not-done' && <p className="quiet">{said(say('reasonHint'))}</p>}
          <PhraseField
            first
            label={say(how === 'done' ? 'doneWords' : 'reason')}
            value={words}
            onChange={(next) => {
              setWords(next);
              setMissing(false);
            }}
          />
          {missing && (
            <p className="wrong" role="alert">
              {said(say('needsReason'))}
            </p>
          )}
        </section>
      )}
    </Dialog>
  );
}
