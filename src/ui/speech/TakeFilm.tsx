import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { MOST_BYTES, type Attachment } from '#workshop/attachment.ts';
import { makeAttachment } from '../attachments.ts';
import { Button } from '../Button.tsx';
import { Mark } from '../Mark.tsx';
import { useSaid } from '../said.ts';
import { canRecord, useRecorder } from './useRecorder.ts';
import { say } from './words.ts';

/** As long as fits into one attachment. */
const LONGEST = 90;
const KINDS = ['video/mp4;codecs=avc1.42E01E', 'video/mp4', 'video/webm;codecs=vp8', 'video/webm'];
const CAMERA: MediaStreamConstraints = {
  // Signing has no sound, and faces and hands want light and frames more than they want detail.
  audio: false,
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24 }, facingMode: 'user' },
};

type Props = { onFilm(attachment: Attachment, seconds: number): void };

/** A film in sign language: chosen from the tablet, or made with its camera. */
export function TakeFilm({ onFilm }: Props) {
  const said = useSaid();
  const [wrong, setWrong] = useState<'' | 'opening' | 'filmTooBig' | 'filmBroken'>('');
  const { state, seconds, stream, start, stop } = useRecorder({
    media: CAMERA,
    kinds: KINDS,
    bits: { videoBitsPerSecond: 450_000 },
    longest: LONGEST,
    onRecorded: onFilm,
  });
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    if (file.size > MOST_BYTES) return setWrong('filmTooBig');
    setWrong('opening');
    lengthOf(file)
      .then(async (length) => onFilm(await makeAttachment(file), length))
      .then(() => setWrong(''))
      .catch(() => setWrong('filmBroken'));
  };
  if (state === 'recording') {
    return (
      <div className="film">
        <Mirror stream={stream} />
        <p className="voice-now">{said(say('filming', { count: seconds }))}</p>
        <Button
          phrase={say('stopFilming')}
          mark="pause"
          weight="go"
          big
          className="wide middle"
          onPress={stop}
        />
      </div>
    );
  }
  const says = state === 'refused' ? 'filmRefused' : state === 'too-big' ? 'filmTooBig' : wrong;
  return (
    <div className="film">
      <div className="film-tools">
        {canRecord() && (
          <Button
            phrase={say('startFilming')}
            mark="record"
            weight="edge"
            big
            off={state === 'asking' || state === 'keeping'}
            onPress={() => void start()}
          />
        )}
        <label className="button edge big">
          <input type="file" accept="video/*" className="seen-by-readers" onChange={choose} />
          <Mark name="file" />
          <span>{said(say(wrong === 'opening' ? 'filmOpening' : 'chooseFilm'))}</span>
        </label>
      </div>
      <p className="quiet">{said(say('filmLimit'))}</p>
      {says && says !== 'opening' && <p className="wrong">{said(say(says))}</p>}
    </div>
  );
}

/** What the camera sees, as in a mirror. */
function Mirror({ stream }: { stream: MediaStream | null }) {
  const film = useRef<HTMLVideoElement>(null);
  const said = useSaid();
  useEffect(() => {
    if (film.current) film.current.srcObject = stream;
  }, [stream]);
  // Nobody speaks here: it is the person in front of the tablet.
  return <video ref={film} className="mirror" autoPlay muted playsInline aria-label={said(say('mirror'))} />;
}

/** How long a film is, in whole seconds; rejects what this tablet cannot play. */
function lengthOf(file: Blob): Promise<number> {
  const film = document.createElement('video');
  const url = URL.createObjectURL(file);
  return new Promise<number>((done, fail) => {
    // Films made by a browser do not know how long they are: 0 then.
    film.onloadedmetadata = () => done(Number.isFinite(film.duration) ? Math.round(film.duration) : 0);
    film.onerror = () => fail(new Error('This film cannot be played'));
    setTimeout(() => fail(new Error('This film does not open')), 15_000);
    film.preload = 'metadata';
    film.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}
