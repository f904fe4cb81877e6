import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FollowChange } from '#workshop/follow-changes.ts';
import { heardLines, type HeardLine } from '#workshop/heard.ts';
import type { Replay } from '#workshop/replay.ts';
import { headIds } from '#workshop/versions.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { adoptedRules } from '../activity.ts';
import { Notices } from '../Notices.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { Aloud } from './Aloud.tsx';
import { useHeldUp } from './useHeldUp.ts';
import { RoomSays } from './RoomSays.tsx';
import { pictured } from './told.ts';
import { say } from './words.ts';

/** Each line by itself, large and read aloud: the room says whether that is what it said. */
export function ReadBack() {
  return <WithWorkshop>{(id, replay) => <Lines id={id} replay={replay} />}</WithWorkshop>;
}

function Lines({ id, replay }: { id: string; replay: Replay }) {
  const [at, setAt] = useState(0);
  const [writing, setWriting] = useState(false);
  const navigate = useNavigate();
  const said = useSaid();
  const lines = heardLines(replay.workshop.follow);
  const line = lines[at];
  useHeldUp(id, line?.id ?? '', replay.workshop.status !== 'preparing');
  const leave = (): void => void navigate(`/workshop/${id}/follow`);
  const go = (to: number): void => {
    setWriting(false);
    setAt(to);
  };
  const tell = (change: FollowChange, heard: HeardLine): Promise<void> =>
    sendToWorkshop(id, [change], headIds(heard.versions));
  return (
    <Frame
      title={say('readBack')}
      where={<strong>{said(aboutOf(replay.workshop).title)}</strong>}
      help={[say('aloudHelp')]}
      onStop={leave}
      rules={adoptedRules(replay)}
      notice={<Notices />}
      step={at}
      done={
        <>
          <Button
            phrase={at === 0 ? say('toList') : say('back')}
            mark="back"
            onPress={() => (at === 0 ? leave() : go(at - 1))}
          />
          {!line && (
            <Button phrase={say('toList')} mark="tick" weight="go" className="push" onPress={leave} />
          )}
          {line && <Button phrase={say('later')} mark="skip" onPress={() => go(at + 1)} />}
          {line && !writing && (
            <>
              <Button
                phrase={say('notQuite')}
                mark="change"
                weight="edge"
                className="push"
                onPress={() => setWriting(true)}
              />
              <Button
                phrase={say('yes')}
                mark="tick"
                weight="go"
                className="yes"
                onPress={() => void tell({ type: 'line-agreed', line: line.id }, line).then(() => go(at + 1))}
              />
            </>
          )}
        </>
      }
    >
      {line ? (
        <Aloud
          key={line.id}
          lead={say('youSaid')}
          place={say('lineOf', { n: at + 1, of: lines.length })}
          phrase={pictured(line.words, 'talk')}
        >
          {line.versions.heads.slice(1).map((head) => (
            <Say key={head.id} phrase={pictured(head.value.words, 'talk')} level={2} />
          ))}
          {line.room !== 'not-read' && <RoomSays line={line} />}
          {writing ? (
            <TheirWords
              onClose={() => setWriting(false)}
              onKeep={(words) => tell({ type: 'line-corrected', line: line.id, words }, line)}
            />
          ) : (
            <p className="aloud-ask">{said(say('aloudAsk'))}</p>
          )}
        </Aloud>
      ) : (
        <Sum lines={lines} />
      )}
    </Frame>
  );
}

/** What the room says instead, as it says it. */
function TheirWords({ onKeep, onClose }: { onKeep(words: string): Promise<void>; onClose(): void }) {
  const [words, setWords] = useState('');
  const [empty, setEmpty] = useState(false);
  const keep = (): void => {
    setEmpty(words.trim() === '');
    if (words.trim() !== '') void onKeep(words.trim()).then(onClose);
  };
  return (
    <section className="card stack">
      <Write
        label={say('say')}
        hint={say('sayHint')}
        wrong={empty ? say('needsSay') : undefined}
        long
        value={words}
        onChange={setWords}
      />
      <div className="row wrap">
        <Button phrase={say('leave')} mark="back" big onPress={onClose} />
        <Button phrase={say('keepSay')} mark="tick" weight="go" big onPress={keep} />
      </div>
    </section>
  );
}

/** What it came to, once every line was read. */
function Sum({ lines }: { lines: readonly HeardLine[] }) {
  const count = (room: HeardLine['room']): number => lines.filter((line) => line.room === room).length;
  const rows = [
    ['agreedCount', count('agreed')],
    ['notCount', count('not-quite')],
    ['leftCount', count('not-read')],
  ] as const;
  return (
    <>
      <Say phrase={say('aloudEnd')} level={1} />
      {rows.map(([key, n]) => n > 0 && <Say key={key} phrase={say(key, { count: n })} />)}
    </>
  );
}
