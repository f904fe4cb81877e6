/** What the double of a speech engine tells: each sentence that it was asked to say, and how. */
export type Heard = { text: string; rate: number; voice: string };

export type DoubleSettings = {
  /** Voices that the tablet has: a name, a language, and whether it works without a network. */
  voices?: { name: string; lang: string; localService: boolean }[];
  /** How long it takes over each sentence. */
  ms?: number;
  /** It takes what it is given, and never makes a sound or calls back. */
  hangs?: boolean;
};

/**
 * Puts a recording double in the place of the speech engine: headless browsers have no voice. Runs in the page
 * (as an init script) or in jsdom, so it must not use anything from outside of itself.
 */
export function doubleTheVoice({ voices, ms = 0, hangs = false }: DoubleSettings = {}): void {
  const heard: Heard[] = [];
  class Utterance extends EventTarget {
    text: string;
    voice: { name: string } | null = null;
    rate = 1;
    lang = '';
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    onboundary: (() => void) | null = null;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  let now: { spoken: Utterance; timer: ReturnType<typeof setTimeout> } | undefined;
  const engine = Object.assign(new EventTarget(), {
    speaking: false,
    pending: false,
    getVoices: () => voices ?? [{ name: 'Double', lang: 'en-GB', localService: true }],
    speak(spoken: Utterance): void {
      heard.push({ text: spoken.text, rate: spoken.rate, voice: spoken.voice?.name ?? '' });
      if (hangs) return;
      engine.speaking = true;
      spoken.onstart?.();
      const end = (): void => {
        engine.speaking = false;
        now = undefined;
        spoken.onend?.();
      };
      now = { spoken, timer: setTimeout(end, ms) };
    },
    cancel(): void {
      engine.speaking = false;
      if (!now) return;
      clearTimeout(now.timer);
      const { spoken } = now;
      now = undefined;
      spoken.onerror?.({ error: 'canceled' });
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: engine, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  Object.defineProperty(globalThis, 'heard', { value: heard, configurable: true });
}

/** What the double was asked to say so far, in this window. */
export function heardSoFar(): Heard[] {
  const { heard } = globalThis as unknown as { heard?: Heard[] };
  return heard ?? [];
}
