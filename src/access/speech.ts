import { create } from 'zustand';
import { useWays, waysNow } from './ways.ts';

type Speaking = { state: 'silent' | 'speaking' | 'no-voice' };

/** What the tablet is doing with its voice. */
export const useSpeech = create<Speaking>(() => ({ state: 'silent' }));

/** Some engines need a moment after cancel(), and some never call back: each sentence has its own time-out. */
const AFTER_CANCEL = 50;
let round = 0;

/** The voice to speak with: one that works without a network, British if there is one. */
export function findVoice(language = 'en'): SpeechSynthesisVoice | undefined {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const ours = voices.filter((voice) => voice.localService && voice.lang.startsWith(language));
  return ours.find((voice) => voice.lang === 'en-GB') ?? ours[0];
}

/**
 * Speaks `parts` one after another, telling `onPart` which is being read (-1 at the end).
 * Without a voice on this tablet the state becomes 'no-voice', and the screen says so.
 */
export async function speak(
  parts: readonly string[],
  onPart: (index: number) => void = () => {},
): Promise<void> {
  stopSpeaking();
  const mine = ++round;
  const voice = findVoice();
  if (!voice) {
    useSpeech.setState({ state: 'no-voice' });
    return;
  }
  useSpeech.setState({ state: 'speaking' });
  await pause(AFTER_CANCEL);
  for (const [index, part] of parts.entries()) {
    if (mine !== round) return;
    onPart(index);
    await say(part, voice);
  }
  if (mine !== round) return;
  onPart(-1);
  useSpeech.setState({ state: 'silent' });
}

export function stopSpeaking(): void {
  round++;
  globalThis.speechSynthesis?.cancel();
  useSpeech.setState({ state: 'silent' });
}

function say(text: string, voice: SpeechSynthesisVoice): Promise<void> {
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = waysNow(useWays.getState()).rate;
  const longest = 4000 + text.length * 200;
  return Promise.race([
    new Promise<void>((done) => {
      spoken.onend = () => done();
      spoken.onerror = () => done();
      globalThis.speechSynthesis.speak(spoken);
    }),
    pause(longest),
  ]);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
