import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '#workshop/attachment.ts';
import { makeAttachment } from './attachments.ts';
import { Button } from './Button.tsx';
import { useSaid } from './said.ts';
import { VoicePlayer } from './VoicePlayer.tsx';
import { say } from './words.ts';

/** Two minutes: long enough to say a thing, short enough to be listened to. */
export const LONGEST = 120;
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Can this tablet record a voice? It can't on a plain http address, nor without a microphone. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && Boolean(globalThis.navigator.mediaDevices?.getUserMedia);
}

type Recorded = { name: string; seconds: number };
type Props = {
  recorded: Recorded | null;
  onRecorded(recorded: Recorded, attachment: Attachment): void;
  onClear(): void;
};

/** Tap to start, tap to stop, listen, do it again. */
export function Voice({ recorded, onRecorded, onClear }: Props) {
  const [state, setState] = useState<'ready' | 'asking' | 'recording' | 'keeping' | 'refused'>('ready');
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder | null>(null);
  const gone = useRef(false);
  const said = useSaid();

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
    if (state === 'recording' && seconds >= LONGEST) recorder.current?.stop();
  }, [state, seconds]);

  const keep = async (blob: Blob, took: number): Promise<void> => {
    const attachment = await makeAttachment(blob);
    if (gone.current) return;
    onRecorded({ name: attachment.name, seconds: took }, attachment);
    setState('ready');
  };
  const start = async (): Promise<void> => {
    setState('asking');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const closeMicrophone = (): void => stream.getTracks().forEach((track) => track.stop());
      if (gone.current) return closeMicrophone();
      const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      const recording = new MediaRecorder(stream, {
        ...(mimeType ? { mimeType } : {}),
        audioBitsPerSecond: 32_000,
      });
      const parts: Blob[] = [];
      const began = performance.now();
      recording.ondataavailable = (event) => parts.push(event.data);
      recording.onstop = () => {
        recorder.current = null;
        closeMicrophone();
        if (gone.current) return;
        setState('keeping');
        const took = Math.min(LONGEST, Math.max(1, Math.round((performance.now() - began) / 1000)));
        keep(new Blob(parts, { type: recording.mimeType }), took).catch(() => setState('refused'));
      };
      recorder.current = recording;
      recording.start();
      setSeconds(0);
      setState('recording');
    } catch {
      if (!gone.current) setState('refused');
    }
  };

  if (state === 'recording') {
    return (
      <div className="voice">
        <p className="voice-now">{said(say('recording', { count: seconds }))}</p>
        <Button
          phrase={say('stopRecording')}
          mark="pause"
          weight="go"
          big
          className="wide"
          onPress={() => recorder.current?.stop()}
        />
      </div>
    );
  }
  if (recorded) {
    return (
      <div className="voice">
        <p className="voice-now">
          {said(say(recorded.seconds >= LONGEST ? 'recordedAll' : 'recorded', { count: recorded.seconds }))}
        </p>
        <div className="tools">
          <VoicePlayer name={recorded.name} big />
          <Button phrase={say('recordAgain')} mark="record" big onPress={onClear} />
        </div>
      </div>
    );
  }
  return (
    <div className="voice">
      <Button
        phrase={say('startRecording')}
        mark="record"
        weight="edge"
        big
        className="wide middle"
        off={state === 'asking' || state === 'keeping'}
        onPress={() => void start()}
      />
      <p className="quiet">{said(say('recordHint'))}</p>
      {state === 'refused' && <p className="wrong">{said(say('recordRefused'))}</p>}
    </div>
  );
}
