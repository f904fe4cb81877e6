import { stopSpeaking } from '#access/speech.ts';
import { endPerson } from '#access/ways.ts';
import { forgetDraft } from '#journal/draft.ts';
import { announce } from '#ui/Status.tsx';

/**
 * Forgets the person who hands over: their half-made answer, their ways, what they selected,
 * what is being read or was told to those who listen. The screen itself is made anew by whoever shows the curtain.
 */
export async function forgetPerson(): Promise<void> {
  stopSpeaking();
  announce('');
  globalThis.getSelection?.()?.removeAllRanges();
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  window.scrollTo(0, 0);
  endPerson();
  await forgetDraft();
}
