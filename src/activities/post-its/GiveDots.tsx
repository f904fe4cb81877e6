import { Mark } from '#ui/Mark.tsx';
import { Pages } from '#ui/Pages.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import type { ScreenProps } from '../kind.ts';
import type { Setup } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { shownNotes, type State } from './state.ts';
import type { Draft } from './turn.ts';
import { say } from './words.ts';

const SHOWN = 6;

/** Six notes at a time: a tap gives a dot, a second tap takes it back. */
export function GiveDots({ setup, state, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  const said = useSaid();
  const notes = shownNotes(state);
  const pages = Math.max(1, Math.ceil(notes.length / SHOWN));
  const page = Math.min(draft.page, pages - 1);
  const left = Math.max(0, setup.dots - draft.dots.length);
  const tap = (id: string): void => {
    if (draft.dots.includes(id)) {
      announce(said(say('dotTaken', { count: left + 1 })));
      return onDraft({ ...draft, dots: draft.dots.filter((other) => other !== id) });
    }
    if (left === 0) return announce(said(say('noDotsLeft')));
    announce(said(say('dotGiven', { count: left - 1 })));
    onDraft({ ...draft, dots: [...draft.dots, id] });
  };
  return (
    <>
      <Say
        level={1}
        phrase={setup.question}
        hint={left === 0 ? say('noDotsLeft') : say('giveDots', { count: left })}
      />
      <div className="make">
        <div className="choices" data-own>
          {notes.slice(page * SHOWN, (page + 1) * SHOWN).map((note) => {
            const mine = draft.dots.includes(note.id);
            return (
              <button
                key={note.id}
                type="button"
                className="choice note-choice"
                aria-pressed={mine}
                onClick={() => tap(note.id)}
              >
                <NoteFace note={note} />
                {mine && <Mark name="tick" className="tick" />}
              </button>
            );
          })}
        </div>
        <Pages
          big
          phrase={say('moreNotes', { page: page + 1, pages })}
          page={page}
          pages={pages}
          onPage={(to) => onDraft({ ...draft, page: to })}
        />
      </div>
    </>
  );
}
