import { useState } from 'react';
import { promptsOf, filmOf } from '#workshop/prompts.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import type { Opened } from '../activity.ts';
import { EditFilm } from './EditFilm.tsx';
import { RecordWords } from './RecordWords.tsx';
import { say } from './words.ts';

type Props = { workshop: string; replay: Replay; opened: Opened };

/** While preparing: what of this part has been spoken by somebody, and its film in sign language. */
export function SpokenCard({ workshop, replay, opened }: Props) {
  const [open, setOpen] = useState<'' | 'words' | 'film'>('');
  const said = useSaid();
  const { id } = opened.activity;
  const recorded = promptsOf(replay.workshop, id).length;
  const film = filmOf(replay.workshop, id);
  const close = (): void => setOpen('');
  return (
    <section className="card stack spoken-card">
      <h2>{said(say('title'))}</h2>
      <p className="quiet">{said(say('why'))}</p>
      <p>{said(recorded > 0 ? say('recordedCount', { count: recorded }) : say('recordedNone'))}</p>
      <Button phrase={say('recordWords')} mark="record" weight="edge" onPress={() => setOpen('words')} />
      <p>{said(say(film ? (film.captions ? 'filmHere' : 'filmNoCaptions') : 'filmNone'))}</p>
      <Button phrase={say('signLanguage')} picture weight="edge" onPress={() => setOpen('film')} />
      <Dialog title={say('recordWords')} open={open === 'words'} onClose={close}>
        <RecordWords workshop={workshop} replay={replay} opened={opened} />
      </Dialog>
      <Dialog title={say('signLanguage')} open={open === 'film'} onClose={close}>
        <EditFilm workshop={workshop} activity={id} film={film} />
      </Dialog>
    </section>
  );
}
