import type { Attachment } from '#workshop/attachment.ts';
import { Button } from './Button.tsx';
import { useSaid } from './said.ts';
import { VoicePlayer } from './VoicePlayer.tsx';
import { useRecorder } from './speech/useRecorder.ts';
import { say } from './words.ts';

/** Two minutes: long enough to say a thing, short enough to be listened to. */
export const LONGEST = 120;
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

type Recorded = { name: string; seconds: number };
type Props = {
  recorded: Recorded | null;
  onRecorded(recorded: Recorded, attachment: Attachment): void;
  onClear(): void;
};

/** Tap to start, tap to stop, listen, do it again. */
export function Voice({ recorded, onRecorded, onClear }: Props) {
  const said = useSaid();
  const { state, seconds, start, stop } = useRecorder({
    media: { audio: true },
    kinds: KINDS,
    bits: { audioBitsPerSecond: 32_000 },
    longest: LONGEST,
    onRecorded: (attachment, took) => onRecorded({ name: attachment.name, seconds: took }, attachment),
  });

  if (state === 'recording') {
    return (
      <div className="voice">
        <p className="voice-now">{said(say('recording', { count: seconds }))}</p>
        <Button phrase={say('stopRecording')} mark="pause" weight="go" big className="wide" onPress={stop} />
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
