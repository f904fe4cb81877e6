import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSpeech } from '#access/speech.ts';
import { changeWays, useWays, waysNow } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Picture } from '../Picture.tsx';
import { announce } from '../Status.tsx';
import { useSaid } from '../said.ts';
import { startScanning, type Shown } from './scan.ts';
import { boxOf, nameOf } from './stops.ts';
import { say } from './words.ts';
import './press.css';

/** Nothing, until it has begun. */
type Frame = { at: Shown['at'] | ''; box: DOMRect | null };

/**
 * The frame that goes from stop to stop, and a bar that says what the switch does. It is there only for somebody
 * who chose it, and anybody can turn it off with a tap or with Escape.
 */
export function Scanning() {
  const said = useSaid();
  const ways = useWays(waysNow);
  const [frame, setFrame] = useState<Frame>({ at: '', box: null });
  const [touch, setTouch] = useState<(steps: boolean, at: number) => void>();
  const words = useRef(said);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    words.current = said;
  });

  useEffect(() => {
    let last: Shown['at'] | '' = '';
    let framed: HTMLElement[] = [];
    const scanning = startScanning(document, {
      show(here) {
        const stops = here.at === 'rest' ? [] : here.at === 'stop' ? [here.stop] : here.stops;
        for (const stop of framed) if (!stops.includes(stop)) delete stop.dataset.scanned;
        for (const stop of stops) stop.dataset.scanned = here.at;
        framed = stops;
        setFrame({ at: here.at, box: stops.length > 0 ? boxOf(stops) : null });
        if (here.at === 'rest' && last !== 'rest' && last !== '') announce(words.current(say('barRest')));
        last = here.at;
      },
      async say(here) {
        const { speak } = await import('#access/voice.ts');
        await speak([{ text: inWords(here, words.current(say('wayOut'))) }]);
      },
      turnedOff: () => announce(words.current(say('isOff'))),
    });
    setTouch(() => scanning.touch);
    return () => {
      scanning.stop();
      for (const stop of framed) delete stop.dataset.scanned;
    };
  }, []);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.scan = 'yes';
    const measure = new ResizeObserver(() => {
      root.style.setProperty('--scan-bar', `${bar.current?.offsetHeight ?? 0}px`);
    });
    if (bar.current) measure.observe(bar.current);
    return () => {
      measure.disconnect();
      root.style.removeProperty('--scan-bar');
      delete root.dataset.scan;
    };
  }, []);

  const turnOff = (): void => {
    changeWays({ scan: '' });
    announce(said(say('isOff')));
  };
  const two = ways.scan === 'two';
  const resting = frame.at === 'rest';
  const reading = useSpeech((speech) => speech.state === 'speaking') && !ways.scanSpeak;
  const told = reading
    ? 'barReading'
    : resting
      ? 'barRest'
      : !two
        ? 'barOne'
        : ways.scanTouch
          ? 'barTouch'
          : 'barTwo';
  return (
    <div data-scanning="" data-react-aria-top-layer="true">
      {ways.scanTouch && (
        <div className="scan-touch" aria-hidden="true">
          {(two ? [true, false] : [false]).map((steps) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a switch for a hand that lands anywhere: keys have their own way
            <div key={String(steps)} data-press="" onClick={(event) => touch?.(steps, event.timeStamp)} />
          ))}
        </div>
      )}
      {frame.box && <ScanFrame box={frame.box} out={frame.at === 'out'} words={said(say('wayOut'))} />}
      <aside ref={bar} className={`scan-bar ${resting ? 'rests' : ''}`} aria-label={said(say('barName'))}>
        <Picture symbol="switch" />
        <p>{said(say(told))}</p>
        <Button
          phrase={say('turnOff')}
          name={`${said(say('turnOff'))}: ${said(say('barName'))}`}
          mark="close"
          onPress={turnOff}
        />
      </aside>
    </div>
  );
}

function ScanFrame({ box, out, words }: { box: DOMRect; out: boolean; words: string }) {
  return (
    <div
      className={`scan-frame ${out ? 'out' : ''}`}
      aria-hidden="true"
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    >
      {out && <span className="scan-out">{words}</span>}
    </div>
  );
}

function inWords(here: Shown, out: string): string {
  if (here.at === 'rest') return '';
  if (here.at === 'out') return out;
  return here.at === 'stop' ? nameOf(here.stop) : here.stops.map(nameOf).join(', ');
}
