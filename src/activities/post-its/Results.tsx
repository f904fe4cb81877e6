import { useId, useState } from 'react';
import { Pages } from '#ui/Pages.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { VoicePlayer } from '#ui/VoicePlayer.tsx';
import type { ResultsProps } from '../kind.ts';
import type { Column, Setup } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { noteWords } from './row.ts';
import {
  asksNow,
  groupsOf,
  pageOf,
  shownNotes,
  themePhrase,
  type Group,
  type Note,
  type State,
} from './state.ts';
import { say } from './words.ts';

const SHOWN = 6;

/** The board as the room sees it: columns, groups, dots in words. What is hidden is not here. */
export function Results({ setup, state }: ResultsProps<Setup, State>) {
  const [page, setPage] = useState(0);
  const notes = shownNotes(state);
  const columns = setup.columns.map((column) => ({
    column,
    groups: groupsOf(setup, state, column.id, notes),
  }));
  const longest = Math.max(0, ...columns.map(({ groups }) => count(groups)));
  const pages = Math.max(1, Math.ceil(longest / SHOWN));
  const now = Math.min(page, pages - 1);
  const dotsOpen = asksNow(setup, state) === 'dots';
  return (
    <div className="stack columns-look">
      <p className="lead">
        <Said phrase={notes.length === 0 ? say('noNotes') : say('notesWritten', { count: notes.length })} />
      </p>
      {dotsOpen && (
        <p>
          <Said phrase={say('dotsOpen')} />
        </p>
      )}
      <div className={`columns of-${setup.columns.length}`}>
        {columns.map(({ column, groups }) => (
          <ResultsColumn
            key={column.id}
            column={column}
            groups={pageOf(groups, now, SHOWN)}
            dots={!dotsOpen}
          />
        ))}
      </div>
      <Pages
        phrase={say('moreNotes', { page: now + 1, pages })}
        page={now}
        pages={pages}
        onPage={setPage}
        big
      />
    </div>
  );
}

const count = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + group.notes.length, 0);

function ResultsColumn({
  column,
  groups,
  dots,
}: {
  column: Column;
  groups: readonly Group[];
  dots: boolean;
}) {
  const id = useId();
  return (
    // No landmark: the leader's board has the same columns on the same screen.
    <div className={`column note-colour-${column.colour}`} role="group" aria-labelledby={id}>
      <h2 id={id}>
        <Picture symbol={column.phrase.symbol} />
        <Said phrase={column.phrase} />
      </h2>
      {groups.length === 0 && (
        <p className="quiet">
          <Said phrase={say('emptyColumn')} />
        </p>
      )}
      {groups.map(({ theme, notes }) => (
        <div className="column" key={theme?.id ?? ''}>
          {theme && (
            <h3 className="theme">
              <Picture symbol={themePhrase(theme).symbol} />
              <Said phrase={themePhrase(theme)} />
            </h3>
          )}
          <ul className="column">
            {notes.map((note) => (
              <li key={note.id}>
                <StillNote note={note} dots={dots} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** A note to look at. It has no rim, since it can't be tapped; only a voice can be heard. */
function StillNote({ note, dots }: { note: Note; dots: boolean }) {
  const said = useSaid();
  return (
    <div className={`note still ${note.drawing || note.photo ? 'pictured' : ''}`}>
      <NoteFace note={note} />
      {note.voice && <VoicePlayer name={note.voice.name} label={said(noteWords(note))} />}
      {dots && note.dots > 0 && <Dots count={note.dots} />}
    </div>
  );
}

const DOTS_DRAWN = 5;

/** Dots, drawn while they are few, and always in words. */
export function Dots({ count: given }: { count: number }) {
  return (
    <span className="dots">
      {Array.from({ length: Math.min(given, DOTS_DRAWN) }, (_, index) => (
        <span className="dot" key={index} />
      ))}
      <Said phrase={say('dots', { count: given })} />
    </span>
  );
}
