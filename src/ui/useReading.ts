import { use, useEffect, type RefObject } from 'react';
import { stopSpeaking, useSpeech } from '#access/speech.ts';
import { announce } from './Status.tsx';
import type { ReadPage } from './speech/reading.ts';
import { SoundsContext } from './speech/sounds.ts';
import { useSaid } from './said.ts';
import { say } from './words.ts';

let reading: { readPage: ReadPage } | undefined;

/** The voice is loaded before anyone asks for it: an iPad speaks only within the tap itself. */
export async function loadReading(): Promise<{ readPage: ReadPage }> {
  reading ??= await import('./speech/reading.ts');
  return reading;
}

/** Why nothing can be heard, in words; `undefined` while all is well. */
export const whyUnheard = {
  silent: undefined,
  speaking: undefined,
  'no-voice': say('noVoice'),
  'no-answer': say('noAnswer'),
};

/** Reading a part of the page aloud, with what is being read marked. Stops when the screen goes. */
export function useReading(root: RefObject<HTMLElement | null>) {
  const state = useSpeech((speech) => speech.state);
  const sounds = use(SoundsContext);
  const said = useSaid();
  useEffect(() => stopSpeaking, []);

  const read = async (tapped: boolean): Promise<void> => {
    // No waiting where it is here already: see above.
    const { readPage } = reading ?? (await loadReading());
    if (!root.current) return;
    const why = await readPage(root.current, { tapped, sounds });
    const words = why && whyUnheard[why];
    if (words) announce(said(words));
  };
  return {
    state,
    why: whyUnheard[state],
    read: (): void => void read(true),
    /** Without a tap: answers of people are left out. */
    readNew: (): void => void read(false),
    stop: stopSpeaking,
  };
}
