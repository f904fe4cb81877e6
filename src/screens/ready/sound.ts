/** Three soft notes, made by the tablet itself. Only ever after a tap. */
export async function playSound(): Promise<void> {
  const sound = new AudioContext();
  try {
    // Some browsers start it asleep, and wake it only for a tap.
    await sound.resume();
    for (const [place, pitch] of [523, 659, 784].entries()) {
      const at = sound.currentTime + place * 0.4;
      const tone = sound.createOscillator();
      const loudness = sound.createGain();
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0, at);
      loudness.gain.linearRampToValueAtTime(0.4, at + 0.05);
      loudness.gain.linearRampToValueAtTime(0, at + 0.35);
      tone.connect(loudness).connect(sound.destination);
      tone.start(at);
      tone.stop(at + 0.4);
    }
    await new Promise((over) => setTimeout(over, 1300));
  } finally {
    await sound.close();
  }
}

const VOICES_COME_MS = 1500;

/** A voice that needs no network. Browsers bring the list late, so it is waited for a moment. */
export async function localVoice(): Promise<SpeechSynthesisVoice | undefined> {
  const until = Date.now() + VOICES_COME_MS;
  for (;;) {
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    const ours = voices.filter((voice) => voice.localService && voice.lang.startsWith('en'));
    if (ours.length > 0 || Date.now() > until) return ours.find(({ lang }) => lang === 'en-GB') ?? ours[0];
    await new Promise((soon) => setTimeout(soon, 100));
  }
}

/** Says the words with that voice; gives up on one that never says that it has ended. */
export function sayAloud(words: string, voice: SpeechSynthesisVoice): Promise<void> {
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  speechSynthesis.cancel();
  return new Promise((over) => {
    setTimeout(over, 10_000);
    spoken.onend = () => over();
    spoken.onerror = () => over();
    speechSynthesis.speak(spoken);
  });
}
