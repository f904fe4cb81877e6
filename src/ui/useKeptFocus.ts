import { useEffect, type RefObject } from 'react';

/** The app opens as any page does; only a screen that follows another is pointed at. */
let first = true;

/**
 * Focus is never lost: a new screen begins at its heading, and so does what follows when the button that
 * was pressed is gone. A sheet looks after its own, and gives focus back when it closes.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    /** A part of the screen may still be loading: then its heading is waited for. */
    let waiting = false;
    let frame = 0;
    let last: Element | null = document.activeElement;

    const toHeading = (settings: FocusOptions): void => {
      if (!isLost()) return;
      const heading = main.current?.querySelector('h1');
      waiting = !heading;
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus(settings);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const isGone = (): boolean => last !== null && (!last.isConnected || last.matches(':disabled'));
    const look = (): void => {
      if (waiting) toHeading({ preventScroll: true });
      if (!isGone()) return;
      cancelAnimationFrame(frame);
      // After the browser has let go of what is off, and a sheet that closes has given focus back.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          // While a sheet is open it looks after its own. Once it has gone, it is looked again.
          if (!isGone() || isSheetOpen()) return;
          last = null;
          toHeading({});
        });
      });
    };

    if (!first && isLost()) {
      window.scrollTo(0, 0);
      toHeading({ preventScroll: true });
    }
    first = false;
    const watch = new MutationObserver(look);
    document.addEventListener('focusin', onFocus);
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', onFocus);
      watch.disconnect();
    };
  }, [main]);
}

function isLost(): boolean {
  const { activeElement, body } = document;
  return (activeElement === null || activeElement === body) && !isSheetOpen();
}

const isSheetOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;
