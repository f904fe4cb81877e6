import { useState } from 'react';
import { newId } from '#workshop/entry.ts';
import type { FollowChange, Will } from '#workshop/follow-changes.ts';
import { outcomeIds, type HeardLine, type Promised } from '#workshop/heard.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { headIds } from '#workshop/versions.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { naming } from '../joined.ts';
import { TwoVersions } from '../prepare/TwoVersions.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { becameOf, OutcomeDialog, Outcomes, type Became } from './Outcome.tsx';
import { pictured, whoAndWhen } from './told.ts';
import { TakenOut } from './TakenOut.tsx';
import { WillDialog } from './WillDialog.tsx';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; line: HeardLine };
const blank: Will = { what: emptyPhrase, who: '', by: '', as: '' };

/** What will be done about a line, who does it by when, what became of it; or why nothing can be done. */
export function Wills({ id, replay, line }: Props) {
  const [open, setOpen] = useState<{ of: 'will' | 'outcome' | 'cannot'; will?: Promised } | null>(null);
  const said = useSaid();
  const { follow } = replay.workshop;
  const close = (): void => setOpen(null);
  const send = (change: FollowChange, from: string[]): Promise<void> => sendToWorkshop(id, [change], from);
  const became = (change: Became): Promise<void> => send(change, outcomeIds(follow, change.promise));
  const will = (name: string, value: Will, from: string[]): Promise<void> =>
    send({ type: 'will-said', will: name, line: line.id, ...value }, from);
  const chosen = open?.will;
  return (
    <section className="card stack">
      <h2>{said(say('weWillDo'))}</h2>
      {line.promises.map((promise) => (
        <OneWill
          key={promise.id}
          promise={promise}
          onChange={() => setOpen({ of: 'will', will: promise })}
          onBecame={() => setOpen({ of: 'outcome', will: promise })}
          onUse={(value) => void will(promise.id, value, headIds(promise.wills))}
          onOutcome={(change) => void became(change)}
          onRemove={() => void send({ type: 'will-removed', will: promise.id }, [])}
        />
      ))}
      {line.cannot && (
        <div className="card-row">
          <Say phrase={naming((why) => say('cannotBe', { why }), line.cannot.words)} />
          <Button
            phrase={say('takeBack')}
            mark="undo"
            onPress={() => void became({ type: 'promise-opened-again', promise: line.id })}
          />
        </div>
      )}
      {line.promises.length === 0 && !line.cannot && <p className="quiet">{said(say('noWill'))}</p>}
      <div className="row wrap">
        <Button phrase={say('addWill')} mark="plus" weight="edge" onPress={() => setOpen({ of: 'will' })} />
        {!line.cannot && (
          <Button phrase={say('cannot')} mark="close" onPress={() => setOpen({ of: 'cannot' })} />
        )}
      </div>
      <TakenOut
        workshop={id}
        out={Object.values(follow.wills).flatMap(({ id: name, line: of, removed, will: { heads } }) =>
          removed && of === line.id && heads[0]
            ? [{ id: name, words: heads[0].value.what, back: { type: 'will-brought-back', will: name } }]
            : [],
        )}
      />
      {open?.of === 'will' && (
        <WillDialog
          will={chosen?.wills.heads[0]?.value ?? blank}
          onClose={close}
          onKeep={(value) => will(chosen?.id ?? newId(), value, chosen ? headIds(chosen.wills) : [])}
        />
      )}
      {open?.of === 'outcome' && chosen && (
        <OutcomeDialog
          promise={chosen.id}
          what={pictured(chosen.wills.heads[0]?.value.what ?? emptyPhrase, 'promise')}
          onKeep={became}
          onClose={close}
        />
      )}
      {open?.of === 'cannot' && (
        <OutcomeDialog
          promise={line.id}
          what={pictured(line.words, 'talk')}
          onlyWhyNot
          onKeep={became}
          onClose={close}
        />
      )}
    </section>
  );
}

type OneProps = {
  promise: Promised;
  onChange(): void;
  onBecame(): void;
  onUse(will: Will): void;
  onOutcome(change: Became): void;
  onRemove(): void;
};

function OneWill({ promise, onChange, onBecame, onUse, onOutcome, onRemove }: OneProps) {
  const said = useSaid();
  const { heads } = promise.wills;
  const value = heads[0]?.value ?? blank;
  const named = (what: 'open' | 'became' | 'removeWill'): string => `${said(say(what))}: ${said(value.what)}`;
  if (heads.length > 1)
    return (
      <TwoVersions
        versions={heads.map((head) => {
          const more = whoAndWhen(head.value);
          return { id: head.id, phrases: [head.value.what, ...(more ? [more] : [])] };
        })}
        onUse={(head) => {
          const chosen = heads.find((one) => one.id === head);
          if (chosen) onUse(chosen.value);
        }}
      />
    );
  return (
    <div className="stack one-will">
      <Say phrase={pictured(value.what, 'promise')} hint={whoAndWhen(value)} />
      <Outcomes outcomes={promise.outcomes} onUse={(one) => onOutcome(becameOf(promise.id, one))} />
      <div className="row wrap">
        <Button phrase={say('became')} mark="tick" name={named('became')} onPress={onBecame} />
        <Button phrase={say('open')} mark="change" name={named('open')} onPress={onChange} />
        <Button phrase={say('removeWill')} mark="remove" name={named('removeWill')} onPress={onRemove} />
      </div>
    </div>
  );
}
