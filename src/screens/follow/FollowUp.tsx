import { useNavigate } from 'react-router';
import { heardLines, type HeardLine } from '#workshop/heard.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { adoptedRules } from '../activity.ts';
import { naming } from '../joined.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { AgreedActions } from './AgreedActions.tsx';
import { Outcomes } from './Outcome.tsx';
import { RoomSays } from './RoomSays.tsx';
import { pictured, whoAndWhen } from './told.ts';
import { TakenOut } from './TakenOut.tsx';
import { say } from './words.ts';

/** You said, we will: every line that was heard, what the room thinks of it, and what will be done. */
export function FollowUp() {
  return <WithWorkshop>{(id, replay) => <Lines id={id} replay={replay} />}</WithWorkshop>;
}

const goesBack = { preparing: 'prepare', running: 'lead', finished: 'report' } as const;

function Lines({ id, replay }: { id: string; replay: Replay }) {
  const navigate = useNavigate();
  const said = useSaid();
  const { workshop } = replay;
  const lines = heardLines(workshop.follow);
  const go = (to: string): void => void navigate(`/workshop/${id}/${to}`);
  const back = (): void => go(goesBack[workshop.status]);
  const add = (
    <div className="row wrap">
      <Button phrase={say('write')} mark="plus" weight="edge" big onPress={() => go('follow/new')} />
      <Button phrase={say('fromNotes')} mark="put" big onPress={() => go('follow/new?from=notes')} />
    </div>
  );
  return (
    <Frame
      title={say('title')}
      where={<strong>{said(aboutOf(workshop).title)}</strong>}
      help={[say('help'), say('helpAloud'), say('helpReason')]}
      onStop={() => void navigate('/')}
      rules={adoptedRules(replay)}
      notice={<KeepingNotice />}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={back} />
          {lines.length > 0 && (
            <>
              <Button phrase={say('print')} mark="print" onPress={() => go('print/follow?from=follow')} />
              <Button
                phrase={say('readBack')}
                mark="read"
                weight="go"
                className="push"
                onPress={() => go('read-back')}
              />
            </>
          )}
        </>
      }
    >
      <Say phrase={say('title')} level={1} hint={say('titleHint')} />
      {lines.length === 0 ? (
        <div className="empty">
          <p>{said(say('none'))}</p>
          <p className="quiet">{said(say('noneHint'))}</p>
          {add}
        </div>
      ) : (
        <>
          <ol className="stack">
            {lines.map((line) => (
              <LineCard key={line.id} line={line} onOpen={() => go(`follow/${line.id}`)} />
            ))}
          </ol>
          {add}
        </>
      )}
      <TakenOut
        workshop={id}
        out={Object.values(workshop.follow.lines).flatMap(({ id: line, removed, heard }) =>
          removed && heard.heads[0]
            ? [{ id: line, words: heard.heads[0].value.words, back: { type: 'line-brought-back', line } }]
            : [],
        )}
      />
      <AgreedActions id={id} replay={replay} />
    </Frame>
  );
}

function LineCard({ line, onOpen }: { line: HeardLine; onOpen: () => void }) {
  const said = useSaid();
  const { words, promises, cannot, versions } = line;
  return (
    <li className="card stack follow-line">
      <section className="stack">
        <h2>{said(say('youSaid'))}</h2>
        <Say phrase={pictured(words, 'talk')} />
        {versions.heads.length > 1 && <p className="wrong">{said(say('differ'))}</p>}
        <RoomSays line={line} />
      </section>
      <section className="stack">
        <h2>{said(say(promises.length > 0 ? 'weWill' : 'ourAnswer'))}</h2>
        {promises.map(({ id, wills, outcomes }) => {
          const [head] = wills.heads;
          return (
            head && (
              <div key={id} className="stack">
                <Say phrase={pictured(head.value.what, 'promise')} hint={whoAndWhen(head.value)} />
                <Outcomes outcomes={outcomes} />
              </div>
            )
          );
        })}
        {cannot && <Say phrase={naming((why) => say('cannotBe', { why }), cannot.words)} />}
        {promises.length === 0 && !cannot && <p className="quiet">{said(say('noWill'))}</p>}
      </section>
      <div className="row">
        <Button
          phrase={say('open')}
          mark="change"
          name={said(naming((what) => say('openLine', { what }), words))}
          onPress={onOpen}
        />
      </div>
    </li>
  );
}
