import { begin, choose, goOn, hereAt, stopsOf, type Here, type Place } from '#access/switch.ts';
import { press } from '#access/taps.ts';
import { stopSpeaking, useSpeech } from '#access/speech.ts';
import { changeWays, useWays, waysNow, type Ways } from '#access/ways.ts';
import { bringIntoView, stopsNow, type Stops } from './stops.ts';

export type Shown = Here<HTMLElement>;
type Told = {
  /** What the frame is round now. */
  show(here: Shown): void;
  /** Says a stop, for those who wish it; resolves when it was said. */
  say(here: Shown): Promise<unknown>;
  /** Somebody turned it off. */
  turnedOff(): void;
};

/** How long nothing has to move before the screen is looked over again. */
const QUIET = 60;

/** Runs the scanning over the whole page until it is stopped. Gives what a touch does, and the stop. */
export function startScanning(page: Document, told: Told) {
  const window = page.defaultView ?? globalThis.window;
  let stops: Stops = [];
  let all: HTMLElement[] = [];
  let place: Place = null;
  let resting = false;
  let timer = 0;
  let looking = 0;
  let lastPress = -Infinity;
  let saying = false;

  const ways = (): Ways => waysNow(useWays.getState());
  const isReading = (): boolean => !saying && useSpeech.getState().state === 'speaking';
  const wait = (): void => {
    window.clearTimeout(timer);
    if (ways().scan === 'one' && place) timer = window.setTimeout(onTime, ways().scanMs);
  };
  const onTime = (): void => {
    // The page is being read, or somebody writes: the frame waits for them.
    if (saying || isReading() || isWriting(page)) return wait();
    go(goOn(stops, place));
  };
  const go = (to: Place): void => {
    place = to;
    resting = to === null && all.length > 0;
    const here = hereAt(stops, place);
    if (here.at !== 'rest') bringIntoView(here.at === 'stop' ? [here.stop] : here.stops, page);
    told.show(here);
    if (ways().scanSpeak && here.at !== 'rest') {
      saying = true;
      void told.say(here).finally(() => (saying = false));
    }
    wait();
  };
  /** Looks over the screen anew. What is still the same keeps its place. */
  const look = (): void => {
    stops = stopsNow(page);
    const found = stopsOf(stops);
    const same = found.length === all.length && found.every((stop, index) => stop === all[index]);
    all = found;
    if (same) told.show(hereAt(stops, place));
    else if (!resting) go(begin(stops));
  };
  const lookSoon = (): void => {
    window.clearTimeout(looking);
    looking = window.setTimeout(look, QUIET);
  };

  const doChoose = (at: number): void => {
    if (place === null) look();
    const { place: next, chosen } = choose(stops, place);
    if (chosen) {
      if (chosen instanceof HTMLAudioElement) void (chosen.paused ? chosen.play() : chosen.pause());
      else press(chosen, at);
    }
    go(next);
  };
  const doStep = (): void => go(goOn(stops, place, false));
  /** One press of a switch. A second that comes too soon is not meant. */
  const onSwitch = (steps: boolean, at: number): void => {
    if (at - lastPress < ways().ignoreMs) return;
    lastPress = at;
    if (isReading()) stopSpeaking();
    else if (steps) doStep();
    else doChoose(at);
  };

  const isSwitch = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
    !ctrlKey && !altKey && !metaKey && (key === ' ' || key === 'Enter' || key === ways().scanKey);
  const isOurs = (event: KeyboardEvent): boolean =>
    isSwitch(event) && !isWriting(page) && !page.activeElement?.closest('[data-scanning]');
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Anybody can turn it off with a keyboard, whatever lies on top.
      swallow(event);
      changeWays({ scan: '' });
      told.turnedOff();
    } else if (isOurs(event)) {
      swallow(event);
      if (!event.repeat) onSwitch(ways().scan === 'two' && event.key === ' ', event.timeStamp);
    }
  };
  const onUp = (event: KeyboardEvent): void => {
    if (isOurs(event)) swallow(event);
  };

  const stop = new AbortController();
  const settings = { capture: true, signal: stop.signal };
  window.addEventListener('keydown', onDown, settings);
  window.addEventListener('keyup', onUp, settings);
  window.addEventListener('resize', lookSoon, settings);
  window.addEventListener('scroll', () => told.show(hereAt(stops, place)), { ...settings, passive: true });
  const watch = new MutationObserver(lookSoon);
  watch.observe(page.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'inert', 'aria-hidden', 'class', 'hidden', 'data-selected'],
  });
  const changed = useWays.subscribe(() => {
    if (!resting) wait();
    lookSoon();
  });
  look();
  return {
    touch: onSwitch,
    stop: (): void => {
      stop.abort();
      watch.disconnect();
      changed();
      window.clearTimeout(timer);
      window.clearTimeout(looking);
    },
  };
}

/** Keys belong to whoever writes. */
function isWriting({ activeElement }: Document): boolean {
  return (
    activeElement instanceof HTMLTextAreaElement ||
    (activeElement instanceof HTMLInputElement && !/^(radio|checkbox|file|button)$/.test(activeElement.type))
  );
}
