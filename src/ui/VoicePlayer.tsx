import { useRef, useState } from 'react';
import { useAttachmentUrl } from './attachments.ts';
import { Button } from './Button.tsx';
import { useSaid } from './said.ts';
import { say } from './words.ts';

/** Plays a kept recording, from the start, when it is tapped; a second tap stops it. */
export function VoicePlayer({
  name,
  label = '',
  big = false,
}: {
  name: string;
  label?: string;
  big?: boolean;
}) {
  const url = useAttachmentUrl(name);
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const said = useSaid();
  const press = (): void => {
    const sound = audio.current;
    if (!sound) return;
    if (playing) return sound.pause();
    sound.currentTime = 0;
    sound.play().catch(() => setPlaying(false));
  };
  const phrase = say(playing ? 'stopListening' : 'listen');
  return (
    <>
      <Button
        phrase={phrase}
        mark={playing ? 'pause' : 'play'}
        big={big}
        off={!url}
        onPress={press}
        {...(label ? { name: `${said(phrase)}: ${label}` } : {})}
      />
      {url && (
        // What was said stands in no words yet: nobody has written it down.
        <audio
          ref={audio}
          src={url}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setPlaying(false)}
        />
      )}
    </>
  );
}
