import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { About } from '#workshop/changes.ts';
import { aboutOf } from '#workshop/workshop.ts';
import type { Replay } from '#workshop/replay.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { dayInWords } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayPapers } from '../papers/words.ts';
import { AboutFields } from './AboutFields.tsx';
import { describe } from './change.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay };

/** Day, place and who leads, with the way to change them and the name. */
export function AboutCard({ id, replay }: Props) {
  const said = useSaid();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<About | null>(null);
  const about = aboutOf(replay.workshop);
  const day = dayInWords(about.date);
  const rows: Phrase[] = [
    day ? asSaid(day, 'date') : say('noDay'),
    about.where ? asSaid(about.where, 'place') : say('noPlace'),
    about.ledBy ? say('ledBy', { who: about.ledBy }) : say('noLeads'),
  ];
  const close = (): void => setDraft(null);
  return (
    <section className="card stack">
      <h2>{said(say('about'))}</h2>
      <ul className="facts">
        {rows.map((row) => (
          <li key={row.symbol}>
            <Picture symbol={row.symbol} />
            <span>{said(row)}</span>
          </li>
        ))}
      </ul>
      <Button phrase={say('changeAbout')} mark="change" onPress={() => setDraft(about)} />
      <Button
        phrase={sayPapers('printing')}
        mark="print"
        onPress={() => void navigate(`/workshop/${id}/print`)}
      />
      <Dialog
        title={say('about')}
        open={draft !== null}
        onClose={close}
        foot={
          <>
            <Button phrase={say('leave')} mark="back" big onPress={close} />
            <Button
              phrase={say('keepAbout')}
              mark="tick"
              weight="go"
              big
              onPress={() => {
                if (draft) void describe(id, replay, draft).then(close);
              }}
            />
          </>
        }
      >
        {draft && <AboutFields about={draft} onChange={setDraft} />}
      </Dialog>
    </section>
  );
}
