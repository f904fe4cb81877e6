import { stopSpeaking } from '#access/speech.ts';
import { endPerson } from '#access/ways.ts';
import { forgetDraft } from '#journal/draft.ts';

/**
 * Forgets the person who hands over: their half-made answer, their ways, what they selected,
 * what is being read. The screen itself is made anew by whoever shows the curtain.
 */
export async function forgetPerson(): Promise<void> {
  stopSpeaking();
  globalThis.getSelection?.()?.removeAllRanges();
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  window.scrollTo(0, 0);
  endPerson();
  await forgetDraft();
}
