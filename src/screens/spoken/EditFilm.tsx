import { useState, type ChangeEvent } from 'react';
import { fromLines, readVtt, toLines, toVtt } from '#workshop/captions.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Film as Kept } from '#workshop/prompts.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Film } from '#ui/speech/Film.tsx';
import { TakeFilm } from '#ui/speech/TakeFilm.tsx';
import { Write } from '#ui/Write.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Props = { workshop: string; activity: string; film: Kept | undefined };

/** The film in sign language of one part, and its captions. */
export function EditFilm({ workshop, activity, film }: Props) {
  const said = useSaid();
  const [wrong, setWrong] = useState('');
  const send = (work: Promise<void>, tell: Parameters<typeof say>[0]): void => {
    setWrong('');
    work.then(
      () => announce(said(say(tell))),
      (error: unknown) => setWrong(error instanceof Error ? error.message : String(error)),
    );
  };
  const attach = (next: Kept, attachments: Attachment[], tell: Parameters<typeof say>[0]): void =>
    send(sendToWorkshop(workshop, [{ type: 'film-attached', activity, ...next }], [], attachments), tell);
  const remove = (): void =>
    send(sendToWorkshop(workshop, [{ type: 'film-removed', activity }]), 'filmRemoved');

  return (
    <>
      {wrong && <p className="wrong">{wrong}</p>}
      {!film && (
        <>
          <p>{said(say('filmHow'))}</p>
          <TakeFilm
            onFilm={(made, seconds) => attach({ film: made.name, seconds, captions: '' }, [made], 'filmKept')}
          />
        </>
      )}
      {film && (
        <>
          <Film name={film.film} captions={film.captions} />
          <Captions
            key={film.film}
            film={film}
            onCaptions={(captions) => attach({ ...film, captions }, [], 'captionsKept')}
          />
          <Button phrase={say('removeFilm')} mark="remove" onPress={remove} />
        </>
      )}
    </>
  );
}

type CaptionsProps = { film: Kept; onCaptions(captions: string): void };

/** Captions typed line by line, or read from a file. */
function Captions({ film, onCaptions }: CaptionsProps) {
  const said = useSaid();
  const [lines, setLines] = useState(() => toLines(readVtt(film.captions) ?? []));
  const [noCaptions, setNoCaptions] = useState(false);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    void file?.text().then((text) => {
      const cues = readVtt(text);
      setNoCaptions(!cues || toVtt(cues).length > 20_000);
      if (!cues || toVtt(cues).length > 20_000) return;
      setLines(toLines(cues));
      onCaptions(toVtt(cues));
    });
  };
  const keep = (): void => {
    const cues = fromLines(lines, film.seconds || 60);
    onCaptions(cues.length > 0 ? toVtt(cues) : '');
  };
  return (
    <section className="stack">
      <h3>{said(say('captionsTitle'))}</h3>
      <Write
        long
        label={say('captionsField')}
        hint={say('captionsHint')}
        value={lines}
        max={8000}
        onChange={setLines}
      />
      <div className="tools">
        <Button phrase={say('keepCaptions')} mark="tick" weight="go" onPress={keep} />
        <label className="button">
          <input type="file" accept=".vtt,text/vtt" className="seen-by-readers" onChange={choose} />
          <Mark name="file" />
          <span>{said(say('chooseCaptions'))}</span>
        </label>
      </div>
      {noCaptions && <p className="wrong">{said(say('noCaptions'))}</p>}
    </section>
  );
}
