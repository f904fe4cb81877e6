import { useEffect, useRef, type RefObject } from 'react';
import { stopSpeaking } from '#access/speech.ts';

/**
 * What happens when another question comes: it starts at its top, and focus goes to its heading, so that a
 * screen reader says it and the next key leads to its answers. A screen that took the focus itself keeps it.
 * Without a `step` (the leader's screens) nothing is moved.
 */
export function useNewScreen(main: RefObject<HTMLElement | null>, step: number | undefined): void {
  useEffect(() => {
    if (step === undefined || !main.current) return;
    const root = main.current;
    // What was asked before is read no further, nor does it say any longer that there is no voice.
    stopSpeaking();
    return whenHere(root, (heading) => {
      if (root.contains(document.activeElement)) return;
      window.scrollTo(0, 0);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  }, [main, step]);
}

/** Calls `arrive` each time that `screen` changes, if `wanted`; once its heading is there. */
export function useArrival(
  main: RefObject<HTMLElement | null>,
  screen: string,
  wanted: boolean,
  arrive: () => void,
): void {
  const latest = useRef(arrive);
  useEffect(() => {
    latest.current = arrive;
  });
  useEffect(() => {
    if (!wanted || !main.current) return;
    return whenHere(main.current, () => latest.current());
  }, [main, screen, wanted]);
}

/** A part may still be loading when its screen opens. Gives a way to stop waiting. */
function whenHere(root: HTMLElement, then: (heading: HTMLElement) => void): () => void {
  const heading = root.querySelector('h1');
  if (heading) {
    then(heading);
    return () => {};
  }
  const watch = new MutationObserver(() => {
    const came = root.querySelector('h1');
    if (!came) return;
    watch.disconnect();
    then(came);
  });
  watch.observe(root, { childList: true, subtree: true });
  return () => watch.disconnect();
}
