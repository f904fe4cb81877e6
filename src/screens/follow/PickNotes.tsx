import { useState } from 'react';
import type { Saying } from '#activities/kind.ts';
import type { Source } from '#workshop/follow-changes.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Pages } from '#ui/Pages.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { pictured } from './told.ts';
import { sameSource, type Said } from './sayings.ts';
import { say } from './words.ts';

type Props = {
  groups: readonly Said[];
  chosen: readonly Source[];
  /** Offers each part as a whole besides. */
  parts?: boolean;
  onClose(): void;
  /** `words` are those of the only one that is chosen. */
  onDone(chosen: Source[], words: Phrase | undefined): void;
};

/** As many as fit on a tablet without losing one's place. */
const PAGE = 12;

/** Chooses among what people said, page by page, part by part. */
export function PickNotes({ groups, chosen: before, parts = true, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState<Source[]>([...before]);
  const [find, setFind] = useState('');
  const [page, setPage] = useState(0);
  const said = useSaid();
  const wanted = find.trim().toLowerCase();
  const all = groups.flatMap((group) => {
    const { activity, sayings, heading } = group;
    const found = sayings.filter(({ row }) => said(row.phrase).toLowerCase().includes(wanted));
    const whole =
      parts && activity !== '' && wanted === '' ? [{ id: '', row: { phrase: say('whole') } }] : [];
    return [...whole, ...found].map((saying, place) => ({
      activity,
      heading: place === 0 ? heading : null,
      saying,
    }));
  });
  const pages = Math.ceil(all.length / PAGE);
  const at = Math.min(page, Math.max(0, pages - 1));
  const toggle = (source: Source): void => {
    const without = chosen.filter((one) => !sameSource(one, source));
    setChosen(without.length < chosen.length ? without : [...chosen, source]);
  };
  const only = chosen.length === 1 ? wordsOf(groups, chosen[0]) : undefined;
  return (
    <Dialog
      title={say('pickTitle')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leave')} mark="back" big onPress={onClose} />
          <Button phrase={say('ready')} mark="tick" weight="go" big onPress={() => onDone(chosen, only)} />
        </>
      }
    >
      <p>{said(all.length === 0 && wanted === '' ? say('pickNone') : say('pickHint'))}</p>
      <Write
        label={say('find')}
        value={find}
        onChange={(next) => {
          setFind(next);
          setPage(0);
        }}
      />
      <p>
        <strong>{said(say('chosen', { count: chosen.length }))}</strong>
      </p>
      <ul className="stack pick-notes">
        {all.slice(at * PAGE, (at + 1) * PAGE).map(({ activity, heading, saying }) => (
          <li key={`${activity} ${saying.id}`} className="stack">
            {heading && <h3>{said(heading)}</h3>}
            <PickOne
              saying={saying}
              chosen={chosen.some((one) => sameSource(one, { activity, entry: saying.id }))}
              onPress={() => toggle({ activity, entry: saying.id })}
            />
          </li>
        ))}
      </ul>
      <Pages page={at} pages={pages} onPage={setPage} />
    </Dialog>
  );
}

function wordsOf(groups: readonly Said[], source: Source | undefined): Phrase | undefined {
  const part = groups.find(({ activity }) => activity === source?.activity);
  return part?.sayings.find(({ id }) => id === source?.entry)?.row.phrase;
}

type OneProps = { saying: Saying; chosen: boolean; onPress: () => void };

/** One thing that was said, to choose. A recording is listened to beside it: a button holds no player. */
function PickOne({ saying: { row }, chosen, onPress }: OneProps) {
  const { voice, ...rest } = row;
  return (
    <>
      <button type="button" className="choice pick" aria-pressed={chosen} onClick={onPress}>
        <SayRow row={{ ...rest, phrase: pictured(row.phrase, 'talk') }} />
        {chosen && <Mark name="tick" className="tick" />}
      </button>
      {voice && <SayRow row={{ phrase: row.phrase, voice }} />}
    </>
  );
}
