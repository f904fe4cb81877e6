import { useEffect, type RefObject } from 'react';
import { speak, stopSpeaking, useSpeech } from '#access/speech.ts';
import { announce } from './Status.tsx';
import { readable } from './readable.ts';
import { useSaid } from './said.ts';
import { say } from './words.ts';

/** Reading a part of the page aloud, with the piece that is being read marked. Stops when the screen goes. */
export function useReading(root: RefObject<HTMLElement | null>) {
  const state = useSpeech((speech) => speech.state);
  const said = useSaid();
  useEffect(() => stopSpeaking, []);
  useEffect(() => {
    if (state === 'no-voice') announce(said(say('noVoice')));
  }, [state, said]);

  const read = (): void => {
    if (!root.current) return;
    const pieces = readable(root.current);
    const mark = (index: number): void => {
      for (const [i, piece] of pieces.entries()) piece.element.classList.toggle('is-here', i === index);
    };
    void speak(
      pieces.map((piece) => piece.text),
      mark,
    );
  };
  const stop = (): void => {
    stopSpeaking();
    root.current?.querySelectorAll('.is-here').forEach((element) => element.classList.remove('is-here'));
  };
  return { state, read, stop };
}
