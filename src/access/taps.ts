import { useWays, waysNow } from './ways.ts';

/**
 * Ignores a second tap that comes too soon (a tremor, a slip, a bounce), wherever it lands.
 * Keys that repeat while held are ignored too; single key presses and assistive clicks are not timed.
 */
export function ignoreSecondTaps(target: Window): () => void {
  let last = -Infinity;
  let label: Element | null = null;
  const onClick = (event: MouseEvent): void => {
    if (event.detail === 0) return;
    const element = event.target instanceof Element ? event.target : null;
    // A tap on a label arrives again as a click on its field: the same tap.
    const echo = label !== null && element instanceof HTMLInputElement && label.contains(element);
    if (echo) return;
    if (event.timeStamp - last < waysNow(useWays.getState()).ignoreMs) {
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    last = event.timeStamp;
    label = element?.closest('label') ?? null;
  };
  const onKey = (event: KeyboardEvent): void => {
    const acts = event.key === 'Enter' || event.key === ' ';
    const writing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (acts && event.repeat && !writing) event.preventDefault();
  };
  target.addEventListener('click', onClick, { capture: true });
  target.addEventListener('keydown', onKey, { capture: true });
  return () => {
    target.removeEventListener('click', onClick, { capture: true });
    target.removeEventListener('keydown', onKey, { capture: true });
  };
}
