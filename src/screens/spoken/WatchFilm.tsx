import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Film } from '#ui/speech/Film.tsx';
import type { Replay } from '#workshop/replay.ts';
import { filmOf } from '#workshop/prompts.ts';
import { say } from './words.ts';

type Props = { replay: Replay; activity: string | undefined };

/** The button that opens an activity's film in sign language; nothing where there is none. */
export function WatchFilm({ replay, activity }: Props) {
  const [open, setOpen] = useState(false);
  const film = activity === undefined ? undefined : filmOf(replay.workshop, activity);
  if (!film) return null;
  return (
    <>
      <Button phrase={say('watch')} picture className="watch-film" onPress={() => setOpen(true)} />
      <Dialog title={say('watch')} open={open} onClose={() => setOpen(false)}>
        <Film name={film.film} captions={film.captions} />
      </Dialog>
    </>
  );
}
