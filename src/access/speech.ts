import { create } from 'zustand';

/** `no-voice`: this tablet has none that works without a network. `no-answer`: it has one, which said nothing. */
type Speaking = { state: 'silent' | 'speaking' | 'no-voice' | 'no-answer' };

/** What the tablet is doing with its voice. How it speaks stands in `voice.ts`, which nobody waits for. */
export const useSpeech = create<Speaking>(() => ({ state: 'silent' }));

let now = new AbortController();

/** Stops what is being said, and gives a signal that tells when the next thing has to stop. */
export function beginSpeaking(): AbortSignal {
  stopSpeaking();
  now = new AbortController();
  return now.signal;
}

/** Says no more, at once. */
export function stopSpeaking(): void {
  now.abort();
  globalThis.speechSynthesis?.cancel();
  useSpeech.setState({ state: 'silent' });
}
