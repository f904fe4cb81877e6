import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, type RouteObject } from 'react-router';
import { useSaid } from '#ui/said.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { aboutOf } from '#workshop/workshop.ts';
import { useWorkshop, useWorkshopList } from '../workshops.ts';
import { checks, make, type Name, type Result } from './checks.ts';
import { SoundLine, SpeechLine } from './Heard.tsx';
import { Line } from './Line.tsx';
import { say } from './words.ts';

type Heard = 'sound' | 'speech';
type Results = Partial<Record<Name | Heard, Result>>;

/** The check before the day: one line after another, and then "ready" or what is still to do. */
export function Ready({ routes }: { routes: readonly RouteObject[] }) {
  const { workshop: id } = useParams();
  const navigate = useNavigate();
  const said = useSaid();
  const opened = useWorkshop(id ?? '');
  const list = useWorkshopList();
  const replay = typeof opened === 'string' ? undefined : opened;
  const [running, setRunning] = useState(false);
  const [results, setResults] = useState<Results>({});
  const verdict = useRef<HTMLDivElement>(null);
  const done = checks.filter((name) => results[name]).length;
  const complete = !running && done === checks.length;

  const back = (): void => void navigate(id === undefined ? '/' : `/workshop/${id}/lead`);
  const put = (name: Name | Heard, result: Result): void =>
    setResults((before) => ({ ...before, [name]: result }));

  async function run(): Promise<void> {
    setRunning(true);
    // What a person heard stays true; everything else is looked at anew.
    const heard = (({ sound, speech }) => ({ ...(sound && { sound }), ...(speech && { speech }) }))(results);
    setResults(heard);
    const found: Results = { ...heard };
    const kept = list === 'opening' ? 1 : list.length;
    for (const name of checks) {
      const result = await make(name, { routes, replay, kept });
      found[name] = result;
      put(name, result);
    }
    setRunning(false);
    // Once, at the end: a line after each check would talk over itself.
    announce(said(verdictOf(found)));
  }

  useEffect(() => {
    if (complete) verdict.current?.focus();
  }, [complete]);

  const title = replay ? aboutOf(replay.workshop).title : undefined;
  const heading = title?.plain
    ? {
        ...say('titleOf', { what: title.plain }),
        easy: say('titleOf', { what: title.easy || title.plain }).easy,
      }
    : say('title');
  return (
    <Frame
      title={say('title')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('help1'), say('help2')]}
      onStop={back}
      done={
        <>
          <Button phrase={say(id === undefined ? 'home' : 'lead')} mark="back" onPress={back} />
          <Button
            phrase={say(done > 0 ? 'again' : 'start')}
            mark="tick"
            weight="go"
            className="push"
            off={running || opened === 'opening'}
            onPress={() => void run()}
          />
        </>
      }
    >
      <Say phrase={heading} level={1} hint={say('why')} />
      {done === 0 && !running && <Say phrase={say('what')} />}
      {running && <p className="card told">{said(say('checking', { n: done + 1, of: checks.length }))}</p>}
      {complete && (
        <div ref={verdict} tabIndex={-1} className="card stack">
          <Verdict results={results} />
        </div>
      )}
      {done > 0 && (
        <ul className="stack">
          {checks.map((name) => {
            const result = results[name];
            const go = result?.state === 'good' ? undefined : result?.go;
            return (
              result && (
                <Line key={name} phrase={say(name)} state={result.state} found={result.found}>
                  {go && (
                    <div className="row">
                      <Button
                        phrase={say(go === '/' ? 'home' : 'settings')}
                        mark={go === '/' ? 'back' : 'settings'}
                        onPress={() => void navigate(go)}
                      />
                    </div>
                  )}
                </Line>
              )
            );
          })}
        </ul>
      )}
      {complete && (
        <>
          <h2>{said(say('people'))}</h2>
          <ul className="stack">
            <SoundLine result={results.sound} onResult={(result) => put('sound', result)} />
            <SpeechLine result={results.speech} onResult={(result) => put('speech', result)} />
          </ul>
        </>
      )}
    </Frame>
  );
}

const inAll = ['sound', 'speech', ...checks] as const;

/** What only a person can hear is to do until somebody has. */
const toDo = (results: Results): number =>
  inAll.filter((name) => (results[name]?.state ?? 'todo') === 'todo').length;
const toLookAt = (results: Results): number =>
  inAll.filter((name) => results[name]?.state === 'unknown').length;

const verdictOf = (results: Results) =>
  toDo(results) === 0 ? say('ready') : say('notReady', { count: toDo(results) });

function Verdict({ results }: { results: Results }) {
  const looks = toLookAt(results);
  const isReady = toDo(results) === 0;
  const said = useSaid();
  return (
    <Say phrase={verdictOf(results)} level={2} hint={say(isReady ? 'readyHint' : 'notReadyHint')}>
      {isReady && looks > 0 && <p>{said(say('readyLook', { count: looks }))}</p>}
    </Say>
  );
}
