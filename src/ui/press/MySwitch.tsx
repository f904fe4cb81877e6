import { useEffect, useId, useState } from 'react';
import { changeWays, useWays, waysNow } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Choices } from '../Choices.tsx';
import { Say } from '../Say.tsx';
import { announce } from '../Status.tsx';
import { Tick } from '../Tick.tsx';
import { useSaid } from '../said.ts';
import { say } from './words.ts';

const answers = [
  { id: 'none', phrase: say('switchNone') },
  { id: 'one', phrase: say('switchOne') },
  { id: 'two', phrase: say('switchTwo') },
] as const;
const speeds = [500, 1000, 1500, 2000, 3000, 4000, 5000, 7000, 10_000];
const NOT_A_SWITCH = /^(Escape|Tab|Shift|Control|Alt|Meta| |Enter)$/;

/** One switch or two, and what goes with them. Whatever is set holds at once. */
export function MySwitch() {
  const id = useId();
  const { scan, scanMs, scanTouch, scanSpeak, scanKey } = useWays(waysNow);
  const said = useSaid();
  const choose = (chosen: string | undefined): void =>
    changeWays({ scan: chosen === 'one' || chosen === 'two' ? chosen : '' });
  const speed = speeds.findIndex((ms) => ms >= scanMs);
  const setSpeed = (to: number): void => {
    const ms = speeds[to] ?? scanMs;
    changeWays({ scanMs: ms });
    announce(said(inWords(ms)));
  };
  return (
    <>
      <Say level={3} id={id} phrase={say('switchQuestion')} hint={say('switchHint')} />
      <Choices
        labelledBy={id}
        answers={answers}
        chosen={[scan || 'none']}
        onChoose={([first]) => choose(first)}
      />
      {scan !== '' && (
        <>
          <Say phrase={say(scan === 'one' ? 'keysOne' : 'keysTwo')} />
          {scan === 'one' && (
            <section className="stack" aria-label={said(say('speed'))}>
              <Say level={3} phrase={say('speed')} hint={inWords(scanMs)} />
              <div className="press-speed">
                <Button
                  phrase={say('slower')}
                  mark="minus"
                  big
                  off={speed >= speeds.length - 1}
                  onPress={() => setSpeed(speed + 1)}
                />
                <Button
                  phrase={say('faster')}
                  mark="plus"
                  big
                  off={speed <= 0}
                  onPress={() => setSpeed(speed - 1)}
                />
              </div>
            </section>
          )}
          <section className="stack" data-scan="" aria-label={said(say('switch'))}>
            <Tick label={say('speak')} on={scanSpeak} onChange={(on) => changeWays({ scanSpeak: on })} />
            <Tick label={say('touch')} on={scanTouch} onChange={(on) => changeWays({ scanTouch: on })} />
            {scan === 'two' && scanTouch && <p className="quiet">{said(say('touchTwo'))}</p>}
            <OwnKey name={scanKey} />
          </section>
        </>
      )}
    </>
  );
}

/** The next key that is pressed becomes the person's own. */
function OwnKey({ name }: { name: string }) {
  const [waiting, setWaiting] = useState(false);
  const said = useSaid();
  useEffect(() => {
    if (!waiting) return;
    const take = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.key === 'Tab') return setWaiting(false);
      if (NOT_A_SWITCH.test(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      changeWays({ scanKey: event.key });
      setWaiting(false);
    };
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [waiting]);
  const ask = (): void => {
    setWaiting(!waiting);
    if (!waiting) announce(said(say('keyPress')));
  };
  const phrase = waiting ? say('keyPress') : name ? say('keyNow', { key: name }) : say('key');
  return (
    <div className="tools own-key">
      <Button phrase={phrase} picture big pressed={waiting} onPress={ask} />
      {name && (
        <Button phrase={say('keyNone')} mark="remove" big onPress={() => changeWays({ scanKey: '' })} />
      )}
    </div>
  );
}

function inWords(ms: number) {
  if (ms < 1000) return say('speedHalf');
  return ms === 1000 ? say('speedOne') : say('speedNow', { seconds: ms / 1000 });
}
