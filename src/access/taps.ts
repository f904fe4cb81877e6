import { useWays, waysNow } from './ways.ts';

/** When the last tap that counted was. */
let last = -Infinity;

/** Pressed by us: nothing of it is taken for a tap. */
let pressing = false;

/** Presses something for a person whose hands did it in another way, at this time. */
export function press(element: HTMLElement, at: number): void {
  last = at;
  pressing = true;
  element.focus({ preventScroll: true });
  element.click();
  pressing = false;
}

/** Is this a click that `press` made, or one that a key, a screen reader or a switch of the device made? */
export function isMade({ detail }: MouseEvent): boolean {
  return pressing || detail === 0;
}

/** Does a press at this time come too soon after the last? */
export function isTooSoon(at: number): boolean {
  return at - last < waysNow(useWays.getState()).ignoreMs;
}

/**
 * Ignores a second tap that comes too soon (a tremor, a slip, a bounce), wherever it lands.
 * Keys that repeat while held are ignored too; single key presses and assistive clicks are not timed.
 */
export function ignoreSecondTaps(target: Window): () => void {
  let label: Element | null = null;
  /** The press that is going on came too soon: nothing hears of it, for some pieces act on it without a click. */
  let ignored = false;
  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const onDown = (event: PointerEvent): void => {
    ignored = !isFree(event) && !isAssistive(event) && isTooSoon(event.timeStamp);
    if (ignored) event.stopImmediatePropagation();
  };
  const onUp = (event: PointerEvent): void => {
    if (ignored) event.stopImmediatePropagation();
  };
  const onClick = (event: MouseEvent): void => {
    // Where a press has to be held, a click tells nothing: hold.ts says what counted.
    if (isMade(event) || (waysNow(useWays.getState()).holdMs > 0 && !isFree(event))) return;
    const element = event.target instanceof Element ? event.target : null;
    // A tap on a label arrives again as a click on its field: the same tap.
    const echo = label !== null && element instanceof HTMLInputElement && label.contains(element);
    if (ignored || (!echo && isTooSoon(event.timeStamp))) return swallow(event);
    if (echo) return;
    last = event.timeStamp;
    label = element?.closest('label') ?? null;
  };
  const onKey = (event: KeyboardEvent): void => {
    const acts = event.key === 'Enter' || event.key === ' ';
    const writing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (acts && event.repeat && !writing) event.preventDefault();
  };
  const stop = new AbortController();
  const settings = { capture: true, signal: stop.signal };
  target.addEventListener('pointerdown', onDown, settings);
  target.addEventListener('pointerup', onUp, settings);
  target.addEventListener('click', onClick, settings);
  target.addEventListener('keydown', onKey, settings);
  return () => stop.abort();
}

/** Here a finger writes, draws, slides or plays: that is no press. */
const FREE =
  'textarea, select, audio, video, .draw-pad, [data-free], input:not([type="checkbox"], [type="radio"], [type="file"])';

/** Does this happen where a finger does not press? */
export function isFree({ target }: Event): boolean {
  return target instanceof Element && target.closest(FREE) !== null;
}

/** A press that a screen reader makes has no size. It is one press, however short. */
export function isAssistive({ width, height, pressure, detail, pointerType }: PointerEvent): boolean {
  const onIos = width === 0 && height === 0;
  const onAndroid = width === 1 && height === 1 && pressure === 0 && detail === 0 && pointerType === 'mouse';
  return onIos || onAndroid;
}
