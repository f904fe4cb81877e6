import { useEffect, useRef, useState } from 'react';
import { useAttachmentUrl } from '../attachments.ts';
import { Button } from '../Button.tsx';
import { useSaid } from '../said.ts';
import { say } from './words.ts';

type Props = { name: string; captions: string };

/** A kept film in sign language. It waits for a tap; its captions stand beneath it, where they hide no hands. */
export function Film({ name, captions }: Props) {
  const url = useAttachmentUrl(name);
  const track = useBlobUrl(captions, 'text/vtt');
  const film = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const [words, setWords] = useState(true);
  const [caption, setCaption] = useState('');
  const said = useSaid();

  const press = (): void => {
    if (playing) film.current?.pause();
    else film.current?.play().catch(() => setBroken(true));
  };
  const again = (): void => {
    if (!film.current) return;
    film.current.currentTime = 0;
    film.current.play().catch(() => setBroken(true));
  };
  return (
    <div className="film">
      {url ? (
        <video
          ref={film}
          src={url}
          playsInline
          preload="metadata"
          aria-label={said(say('film'))}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setPlaying(false)}
          onError={() => setBroken(true)}
          onClick={press}
        >
          {track && (
            <track
              kind="captions"
              srcLang="en-GB"
              label={said(say('captions'))}
              src={track}
              ref={(element) => follow(element, setCaption)}
            />
          )}
        </video>
      ) : (
        <p className="film-waits quiet">{said(say('filmOpening'))}</p>
      )}
      {captions && words && <p className="caption">{caption}</p>}
      {broken && <p className="wrong">{said(say('filmBroken'))}</p>}
      <div className="film-tools">
        <Button
          phrase={say(playing ? 'pauseFilm' : 'playFilm')}
          mark={playing ? 'pause' : 'play'}
          weight="go"
          big
          off={!url}
          onPress={press}
        />
        <Button phrase={say('filmAgain')} mark="undo" big off={!url} onPress={again} />
        {captions && (
          <Button
            phrase={say('captions')}
            mark="rules"
            big
            pressed={words}
            onPress={() => setWords(!words)}
          />
        )}
      </div>
    </div>
  );
}

/** Captions are heard of by the track, and shown by us: larger, and beneath the film. */
function follow(element: HTMLTrackElement | null, show: (caption: string) => void): void {
  const { track } = element ?? {};
  if (!track) return;
  track.mode = 'hidden';
  track.oncuechange = () => {
    const now = [...(track.activeCues ?? [])];
    show(now.map((cue) => ('text' in cue ? String(cue.text) : '')).join(' '));
  };
}

/** A blob: address for a text, while the piece that asks for it stands. */
function useBlobUrl(text: string, type: string): string | undefined {
  const [shown, setShown] = useState<{ text: string; url: string }>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    let gone = false;
    queueMicrotask(() => !gone && setShown({ text, url }));
    return () => {
      gone = true;
      URL.revokeObjectURL(url);
    };
  }, [text, type]);
  return text && shown?.text === text ? shown.url : undefined;
}
