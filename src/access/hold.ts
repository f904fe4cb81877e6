import { isAssistive, isFree, isMade, press } from './taps.ts';
import { useWays, waysNow } from './ways.ts';

/** What a person sees of a press that they hold. */
export type Held = { element: HTMLElement; ms: number; enough: boolean };

/** All that can be pressed. */
const PRESSED = 'button, a[href], label, summary, [role="button"], [role="link"], [data-press]';
/** A trembling finger may leave by this much, in px. */
const WOBBLE = 16;
/** After this long it is a press and no swipe, so the page stays where it is. */
const NO_SWIPE = 150;

type Press = { id: number; element: HTMLElement; at: number; timer: number };

/**
 * A press counts once it was held for as long as the person wants it, and let go where it began. A shorter one
 * does nothing, and so does one that slides off. Keys and assistive clicks are as they were. Gives a stop.
 */
export function holdToPress(target: Window, show: (held: Held | null) => void): () => void {
  let held: Press | null = null;
  const end = (): void => {
    if (held) target.clearTimeout(held.timer);
    held = null;
    show(null);
  };
  const onDown = (event: PointerEvent): void => {
    if (isFree(event) || isAssistive(event)) return;
    // Nothing else may act on it: what does, acts on the click that is made below.
    event.stopPropagation();
    // A second finger, or a palm, neither helps nor harms.
    if (held || !event.isPrimary || event.button !== 0) return;
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>(PRESSED) : null;
    if (!element || element.matches(':disabled')) return;
    const ms = waysNow(useWays.getState()).holdMs;
    const timer = target.setTimeout(() => show({ element, ms, enough: true }), ms);
    held = { id: event.pointerId, element, at: event.timeStamp, timer };
    show({ element, ms, enough: false });
  };
  const onMove = (event: PointerEvent): void => {
    if (held?.id === event.pointerId && !isOver(held.element, event)) end();
  };
  const onUp = (event: PointerEvent): void => {
    if (held?.id !== event.pointerId) {
      if (!isFree(event)) event.stopPropagation();
      return;
    }
    event.stopPropagation();
    const { element, at } = held;
    const counts =
      event.timeStamp - at >= waysNow(useWays.getState()).holdMs &&
      isOver(element, event) &&
      element.isConnected;
    end();
    if (counts) press(element, event.timeStamp);
  };
  const onCancel = (event: PointerEvent): void => {
    if (held?.id === event.pointerId) end();
  };
  // The browser's own click of a finger or a mouse: what it would do was done, or was too short.
  const onClick = (event: MouseEvent): void => {
    if (isMade(event) || isFree(event)) return;
    event.stopPropagation();
    event.preventDefault();
  };
  const onMenu = (event: MouseEvent): void => {
    if (!isFree(event)) event.preventDefault();
  };
  const onTouch = (event: TouchEvent): void => {
    if (held && event.timeStamp - held.at > NO_SWIPE && event.cancelable) event.preventDefault();
  };

  const stop = new AbortController();
  const settings = { capture: true, signal: stop.signal };
  target.addEventListener('pointerdown', onDown, settings);
  target.addEventListener('pointermove', onMove, settings);
  target.addEventListener('pointerup', onUp, settings);
  target.addEventListener('pointercancel', onCancel, settings);
  target.addEventListener('click', onClick, settings);
  target.addEventListener('contextmenu', onMenu, settings);
  target.addEventListener('touchmove', onTouch, { ...settings, passive: false });
  return () => {
    stop.abort();
    end();
  };
}

function isOver(element: Element, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    clientX > left - WOBBLE && clientX < right + WOBBLE && clientY > top - WOBBLE && clientY < bottom + WOBBLE
  );
}
