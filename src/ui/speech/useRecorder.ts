import { useEffect, useRef, useState } from 'react';
import { MOST_BYTES, type Attachment } from '#workshop/attachment.ts';
import { makeAttachment } from '../attachments.ts';

/** Can this tablet record? It can't on a plain http address, nor without a microphone or camera. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && Boolean(globalThis.navigator.mediaDevices?.getUserMedia);
}

type Settings = {
  media: MediaStreamConstraints;
  /** The forms of file to record in, best first. */
  kinds: readonly string[];
  bits: Pick<MediaRecorderOptions, 'audioBitsPerSecond' | 'videoBitsPerSecond'>;
  /** After so many seconds it stops by itself. */
  longest: number;
  onRecorded(attachment: Attachment, seconds: number): void;
};

type State = 'ready' | 'asking' | 'recording' | 'keeping' | 'refused' | 'too-big';

/** Records sound or film between two taps. Leaving stops it, and nothing of it stays. */
export function useRecorder({ media, kinds, bits, longest, onRecorded }: Settings) {
  const [state, setState] = useState<State>('ready');
  const [seconds, setSeconds] = useState(0);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const gone = useRef(false);
  const stop = (): void => recorder.current?.stop();

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      recorder.current?.stop();
    };
  }, []);
  useEffect(() => {
    if (state !== 'recording') return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => {
    if (state === 'recording' && seconds >= longest) recorder.current?.stop();
  }, [state, seconds, longest]);

  const keep = async (blob: Blob, took: number): Promise<void> => {
    if (blob.size > MOST_BYTES) return setState('too-big');
    const attachment = await makeAttachment(blob);
    // Whoever has gone meanwhile leaves nothing behind.
    if (gone.current) return;
    onRecorded(attachment, took);
    setState('ready');
  };
  const start = async (): Promise<void> => {
    setState('asking');
    try {
      const live = await navigator.mediaDevices.getUserMedia(media);
      const close = (): void => live.getTracks().forEach((track) => track.stop());
      if (gone.current) return close();
      const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
      const recording = new MediaRecorder(live, { ...(mimeType ? { mimeType } : {}), ...bits });
      const parts: Blob[] = [];
      const began = performance.now();
      recording.ondataavailable = (event) => parts.push(event.data);
      recording.onstop = () => {
        recorder.current = null;
        close();
        if (gone.current) return;
        setStream(null);
        setState('keeping');
        const took = Math.min(longest, Math.max(1, Math.round((performance.now() - began) / 1000)));
        keep(new Blob(parts, { type: recording.mimeType }), took).catch(() => setState('refused'));
      };
      recorder.current = recording;
      recording.start();
      setSeconds(0);
      setStream(live);
      setState('recording');
    } catch {
      if (!gone.current) setState('refused');
    }
  };
  return { state, seconds, stream, start, stop };
}
