import { sentencesOf, type Sentence } from './sentences.ts';
import { beginSpeaking, useSpeech } from './speech.ts';
import { useWays, waysNow } from './ways.ts';

/** Something to be said: its words, and the address of a recording of them, if somebody spoke them. */
export type Part = { text: string; lang?: string; sound?: string | undefined };
/** Told before each sentence which part it belongs to, and `null` at the end. */
export type OnSentence = (part: number, sentence: Sentence | null) => void;

/** Some engines swallow what comes right after cancel(), and some never call back. */
const AFTER_CANCEL = 50;
const VOICES_COME = 1000;
const STARTS_WITHIN = 5000;

const engine = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;
// Some browsers begin to look for voices only when they are first asked.
engine()?.getVoices();

/** The voice to speak with: one that works without a network; for English a British one, if there is one. */
export function findVoice(language = 'en'): SpeechSynthesisVoice | undefined {
  const wanted = language.toLowerCase().slice(0, 2);
  // Android writes en_GB.
  const named = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-');
  const ours = (engine()?.getVoices() ?? []).filter(
    (voice) => voice.localService && named(voice).startsWith(wanted),
  );
  return ours.find((voice) => named(voice) === `${wanted}-gb`) ?? ours[0];
}

/**
 * Says `parts` one after another. A part with a recording is played, all else is spoken; what can be neither is
 * left out. Gives what kept it from saying anything. Up to the first word nothing is waited for unless it must
 * be: iPads speak only within the tap that asked for it.
 */
export async function speak(
  parts: readonly Part[],
  onSentence: OnSentence = () => {},
): Promise<'' | 'no-voice' | 'no-answer'> {
  const busy = engine()?.speaking === true || engine()?.pending === true;
  const signal = beginSpeaking();
  useSpeech.setState({ state: 'speaking' });
  if (busy) await pause(AFTER_CANCEL);
  if (!looked && engine()?.getVoices().length === 0) await voicesCome();
  const end = (why: '' | 'no-voice' | 'no-answer'): typeof why => {
    onSentence(-1, null);
    useSpeech.setState({ state: why || 'silent' });
    return why;
  };
  let said = false;
  for (const [index, part] of parts.entries()) {
    if (signal.aborted) return '';
    const how = await sayPart(part, signal, (sentence) => onSentence(index, sentence));
    if (signal.aborted) return '';
    if (how === 'no-answer') return end(how);
    if (how === 'said') said = true;
  }
  return signal.aborted ? '' : end(said || parts.length === 0 ? '' : 'no-voice');
}

type How = 'said' | 'no-voice' | 'no-answer';

async function sayPart(part: Part, signal: AbortSignal, tell: (sentence: Sentence) => void): Promise<How> {
  const { text, sound } = part;
  if (sound) {
    tell({ text, from: 0, to: text.length });
    if (await play(sound, signal)) return 'said';
  }
  const voice = findVoice(part.lang);
  if (!voice) return 'no-voice';
  for (const sentence of sentencesOf(text)) {
    if (signal.aborted) return 'said';
    tell(sentence);
    if (!(await saySentence(sentence.text, voice, signal))) return 'no-answer';
  }
  return 'said';
}

/** Held while it is spoken: an engine may forget one that nobody holds, and then never says that it has ended. */
let spokenNow: SpeechSynthesisUtterance | undefined;

/** Says one sentence; `false` if the engine gave no sign of life. */
function saySentence(text: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<boolean> {
  const spoken = new SpeechSynthesisUtterance(text);
  const { rate } = waysNow(useWays.getState());
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = rate;
  spokenNow = spoken;
  return new Promise((done) => {
    let started = false;
    const end = (alive: boolean): void => {
      clearTimeout(starting);
      clearTimeout(longest);
      if (spokenNow === spoken) spokenNow = undefined;
      done(alive);
    };
    const giveUp = (): void => {
      if (!signal.aborted) engine()?.cancel();
      if (started) void pause(AFTER_CANCEL).then(() => end(true));
      else end(false);
    };
    const starting = setTimeout(() => {
      if (!started && engine()?.speaking !== true) giveUp();
    }, STARTS_WITHIN);
    const longest = setTimeout(giveUp, STARTS_WITHIN + (text.length * 200) / rate);
    spoken.onstart = spoken.onboundary = () => {
      started = true;
    };
    spoken.onend = () => end(true);
    // Being stopped is an error to engines, and none to us.
    spoken.onerror = ({ error }) => end(started || error === 'canceled' || error === 'interrupted');
    signal.addEventListener('abort', () => end(true), { once: true });
    engine()?.speak(spoken);
  });
}

let player: HTMLAudioElement | undefined;

/** Plays a recording to its end; `false` if this tablet can't. */
function play(url: string, signal: AbortSignal): Promise<boolean> {
  // Always the same one: an iPad that let it play once after a tap lets it play again.
  player ??= new Audio();
  const sound = player;
  sound.src = url;
  // The usual speed of a voice is the speed at which somebody spoke.
  sound.playbackRate = waysNow(useWays.getState()).rate / 0.85;
  return new Promise((done) => {
    const end = (played: boolean): void => {
      clearTimeout(starting);
      sound.onended = sound.onerror = sound.onplaying = null;
      done(played);
    };
    const starting = setTimeout(() => end(false), STARTS_WITHIN);
    sound.onplaying = () => clearTimeout(starting);
    sound.onended = () => end(true);
    sound.onerror = () => end(false);
    signal.addEventListener(
      'abort',
      () => {
        sound.pause();
        end(true);
      },
      { once: true },
    );
    sound.play().catch(() => end(signal.aborted));
  });
}

/** Says a sentence to try the voice out, and tells which voice it was. */
export async function tryVoice(text: string): Promise<{ voice: string; why: '' | 'no-voice' | 'no-answer' }> {
  const why = await speak([{ text }]);
  return { voice: findVoice()?.name ?? '', why };
}

let looked = false;

/** Some browsers tell of their voices a moment after they were first asked. Waited for once. */
function voicesCome(): Promise<void> {
  looked = true;
  return new Promise((done) => {
    const late = setTimeout(done, VOICES_COME);
    engine()?.addEventListener?.(
      'voiceschanged',
      () => {
        clearTimeout(late);
        done();
      },
      { once: true },
    );
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
