import { useState } from 'react';
import { useNavigate } from 'react-router';
import { missing } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { lastTime } from '#workshop/series.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { openActivity } from '../activity.ts';
import { say as sayFollow } from '../follow/words.ts';
import { Notices } from '../Notices.tsx';
import { say as sayWords } from '../own-words/words.ts';
import { sendToWorkshop } from '../workshops.ts';
import { Agenda } from './Agenda.tsx';
import { CountPeople } from './CountPeople.tsx';
import { Where } from './Where.tsx';
import { say } from './words.ts';

/** Phrases that some people could not read as they want, without a reason given. */
function unwritten(replay: Replay): number {
  return agenda(replay.workshop)
    .flatMap(({ id }) => {
      const opened = openActivity(replay, id);
      return opened ? opened.kind.phrases(opened.setup) : [];
    })
    .filter((phrase) => missing(phrase).length > 0 && !phrase.reason).length;
}

/** Before the start: how many people are here, and then it starts, in one step. */
export function BeforeStart({ id, replay }: { id: string; replay: Replay }) {
  const { workshop } = replay;
  const [here, setHere] = useState(workshop.here);
  const navigate = useNavigate();
  const said = useSaid();
  const title = aboutOf(workshop).title;
  const toWrite = unwritten(replay);
  const first = agenda(workshop)[0];
  const prepare = (): void => void navigate(`/workshop/${id}/prepare`);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const brought = lastTime(workshop.follow).length > 0;
  const start = async (): Promise<void> => {
    await sendToWorkshop(id, [
      { type: 'people-counted', here },
      ...(toWrite > 0 ? [{ type: 'left-out', reason: why.trim(), count: toWrite } as const] : []),
      { type: 'started', at: Date.now() },
      ...(first ? [{ type: 'went-to', activity: first.id } as const] : []),
    ]);
    // A next session opens with what became of the last one.
    if (brought) await navigate(`/workshop/${id}/last-time`);
  };
  return (
    <Frame
      title={title}
      where={<Where workshop={{ ...workshop, here: 0 }} />}
      help={[say('helpStart'), say('howManyHint')]}
      onStop={prepare}
      notice={<Notices />}
      done={
        <>
          <Button phrase={say('toPrepare')} mark="back" onPress={prepare} />
          <Button
            phrase={say('start')}
            markAfter="next"
            weight="go"
            className="push"
            onPress={() => (toWrite > 0 ? setAsking(true) : void start())}
          />
        </>
      }
    >
      <div className="lead-grid">
        <div className="stack">
          <Say phrase={title} level={1} />
          <section className="card stack">
            <h2>{said(say('howMany'))}</h2>
            <p className="quiet">{said(say('howManyHint'))}</p>
            <CountPeople here={here} onChange={setHere} />
          </section>
          <section className="card stack">
            <h2>{said(say('ready'))}</h2>
            <p className="quiet">{said(say('readyHint'))}</p>
            <div className="row">
              <Button
                phrase={say('readyCheck')}
                mark="tick"
                onPress={() => void navigate(`/workshop/${id}/ready`)}
              />
            </div>
          </section>
          {brought && (
            <section className="card stack">
              <h2>{said(sayFollow('lastTime'))}</h2>
              <p className="quiet">{said(sayFollow('lastTimeHint'))}</p>
              <div className="row">
                <Button
                  phrase={sayFollow('lastTime')}
                  mark="show"
                  onPress={() => void navigate(`/workshop/${id}/last-time`)}
                />
              </div>
            </section>
          )}
          {toWrite > 0 && (
            <section className="card stack">
              <h2>{said(say('unwritten', { count: toWrite }))}</h2>
              <p className="quiet">{said(say('unwrittenHint'))}</p>
              <div className="row">
                <Button phrase={say('unwrittenLook')} mark="change" onPress={prepare} />
              </div>
            </section>
          )}
        </div>
        <aside className="side" aria-labelledby="agenda-title">
          <Agenda replay={replay} />
        </aside>
      </div>
      <Dialog
        title={say('unwritten', { count: toWrite })}
        open={asking}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button
              phrase={say('startAnyway')}
              markAfter="next"
              big
              off={why.trim() === ''}
              onPress={() => void start()}
            />
            <Button phrase={say('unwrittenLook')} mark="change" weight="go" big onPress={prepare} />
          </>
        }
      >
        <Say phrase={say('unwrittenHint')} />
        <Write
          label={sayWords('whyLeft')}
          hint={sayWords('whyLeftHint')}
          value={why}
          max={400}
          onChange={setWhy}
        />
      </Dialog>
    </Frame>
  );
}
