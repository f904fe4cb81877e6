import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CarriedOver, Outcome } from '#workshop/follow.ts';
import { outcomeIds, outcomesOf } from '#workshop/heard.ts';
import type { Replay } from '#workshop/replay.ts';
import { becameOf as whatBecame, lastTime } from '#workshop/series.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { adoptedRules } from '../activity.ts';
import { naming } from '../joined.ts';
import { Notices } from '../Notices.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { Aloud } from './Aloud.tsx';
import { becameOf, OutcomeDialog, Outcomes } from './Outcome.tsx';
import { sayBecame, useOrigins } from './origins.ts';
import { useHeldUp } from './useHeldUp.ts';
import { PledgeAgain } from './PledgeAgain.tsx';
import { pictured, rowOf, whoAndWhen } from './told.ts';
import { say } from './words.ts';

/** What became of last time: everything that was promised, one by one, before anything new is asked. */
export function LastTime() {
  return <WithWorkshop>{(id, replay) => <Brought id={id} replay={replay} />}</WithWorkshop>;
}

function Brought({ id, replay }: { id: string; replay: Replay }) {
  const [at, setAt] = useState(0);
  const [saying, setSaying] = useState(false);
  const navigate = useNavigate();
  const said = useSaid();
  const { follow, status } = replay.workshop;
  const origins = useOrigins(follow);
  const all = lastTime(follow);
  const promises = all.filter(({ as }) => as === 'will' || as === 'action');
  const pledges = all.filter(({ as }) => as === 'pledge');
  const notes = all.filter(({ as }) => as === 'note');
  const shown = [...promises, ...pledges];
  const steps = 1 + shown.length + (notes.length > 0 ? 1 : 0);
  const one = shown[at - 1];
  const became = ({ id: promise, from }: CarriedOver): Outcome[] =>
    whatBecame(follow, promise, origins[from.workshop]);
  const leave = (): void => void navigate(`/workshop/${id}/${status === 'preparing' ? 'prepare' : 'lead'}`);
  const tell = (of: CarriedOver, change: ReturnType<typeof becameOf>): Promise<void> =>
    sayBecame(id, follow, of.from.workshop, origins[of.from.workshop], change);
  const isPromise = one !== undefined && one.as !== 'pledge';
  // What this room was told of the earlier session is part of what happened here, and of its report.
  const heardHere = async (of: CarriedOver): Promise<void> => {
    const [told, ...others] = became(of);
    if (status !== 'running' || !told || others.length > 0 || outcomesOf(follow, of.id).length > 0) return;
    await sendToWorkshop(id, [becameOf(of.id, told)], outcomeIds(follow, of.id));
  };
  // A pledge is its maker's own: it is not held up.
  useHeldUp(id, isPromise ? one.id : '', status !== 'preparing');
  return (
    <Frame
      title={say('lastTime')}
      where={<strong>{said(aboutOf(replay.workshop).title)}</strong>}
      help={[say('lastTimeHelp'), say('helpReason')]}
      onStop={leave}
      rules={adoptedRules(replay)}
      notice={<Notices />}
      step={at}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={() => (at === 0 ? leave() : setAt(at - 1))} />
          {isPromise && (
            <Button phrase={say('sayBecame')} mark="change" weight="edge" onPress={() => setSaying(true)} />
          )}
          {at + 1 < steps ? (
            <Button
              phrase={say('next')}
              markAfter="next"
              weight="go"
              className="push"
              onPress={() => {
                if (isPromise) void heardHere(one);
                setAt(at + 1);
              }}
            />
          ) : (
            <Button phrase={say('toLead')} markAfter="next" weight="go" className="push" onPress={leave} />
          )}
        </>
      }
    >
      {at === 0 && (
        <>
          <Say phrase={say('lastTime')} level={1} hint={say('lastTimeHint')} />
          <Counts outcomes={promises.map(became)} />
          {all.length === 0 && <p className="quiet">{said(say('nothingBrought'))}</p>}
        </>
      )}
      {one?.as === 'pledge' && <PledgeAgain key={one.id} id={id} follow={follow} pledge={one} />}
      {one && isPromise && (
        <Aloud
          lead={say(isAnswered(one) ? 'weWill' : 'youSaid')}
          place={say('lineOf', { n: at, of: shown.length })}
          phrase={pictured(one.words, 'promise')}
          above={one.heard && { lead: say('youSaid'), phrase: one.heard }}
        >
          <Promised
            one={one}
            outcomes={became(one)}
            onUse={(chosen) => void tell(one, becameOf(one.id, chosen))}
          />
        </Aloud>
      )}
      {at > shown.length && (
        <>
          <Say phrase={say('notesBrought')} level={1} />
          <ul className="stack">
            {notes.map((note) => (
              <li key={note.id} className="card">
                <SayRow row={{ ...rowOf(note), phrase: pictured(note.words, 'talk') }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {saying && one && (
        <OutcomeDialog
          promise={one.id}
          what={pictured(one.words, 'promise')}
          onKeep={(change) => tell(one, change)}
          onClose={() => setSaying(false)}
        />
      )}
    </Frame>
  );
}

/** A line that nothing could be done about is brought as it was heard; all else answers one, or was agreed. */
const isAnswered = ({ as, heard }: CarriedOver): boolean => as !== 'will' || heard !== undefined;

type PromisedProps = { one: CarriedOver; outcomes: Outcome[]; onUse(one: Outcome): void };

function Promised({ one, outcomes, onUse }: PromisedProps) {
  const said = useSaid();
  const more = whoAndWhen(one);
  return (
    <div className="stack aloud-more">
      {more && <p>{said(more)}</p>}
      {!isAnswered(one) && outcomes[0]?.how === 'not-done' ? (
        <Say phrase={naming((why) => say('cannotBe', { why }), outcomes[0].words)} level={2} />
      ) : outcomes.length === 0 ? (
        <Outcomes outcomes={[{ how: 'open', words: { plain: '', easy: '', symbol: '' }, on: '' }]} />
      ) : (
        <Outcomes outcomes={outcomes} onUse={onUse} />
      )}
    </div>
  );
}

/** How much is done, not done, and still to do: words first, and never a share. */
function Counts({ outcomes }: { outcomes: readonly Outcome[][] }) {
  const count = (how: Outcome['how']): number =>
    outcomes.filter(([first]) => (first?.how ?? 'open') === how).length;
  const rows = [
    ['doneCount', count('done')],
    ['notDoneCount', count('not-done')],
    ['openCount', count('open')],
  ] as const;
  return rows.map(([key, n]) => n > 0 && <Say key={key} phrase={say(key, { count: n })} />);
}
