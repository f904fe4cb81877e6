import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Pages } from '#ui/Pages.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import type { LeadProps } from '../kind.ts';
import { Place } from './HandArea.tsx';
import type { Hand } from './hand.ts';
import type { Change, Column, Setup } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { RenameTheme } from './RenameTheme.tsx';
import { Dots } from './Results.tsx';
import {
  allNotes,
  findNote,
  groupsOf,
  pageOf,
  themePhrase,
  type Group,
  type Note,
  type State,
  type Theme,
} from './state.ts';
import { say } from './words.ts';

const SHOWN = 8;

export type SortProps = {
  setup: Setup;
  state: State;
  hand: Hand;
  dots: boolean;
  send: LeadProps<Setup, State, Change>['send'];
};

/** Columns of notes to pick up, eight at a time; with a note in hand, each column offers its place. */
export function Board(props: SortProps) {
  const { setup, state, hand } = props;
  const notes = allNotes(state);
  const root = useFocus(hand);
  return (
    <div className="sort-columns" ref={root}>
      {setup.columns.map((column) => (
        <SortColumn
          key={column.id}
          {...props}
          column={column}
          groups={groupsOf(setup, state, column.id, notes)}
        />
      ))}
    </div>
  );
}

/** A long list builds a note only when it comes into sight: focus waits this many frames for it. */
const LONGEST_WAIT = 60;

/** Moves focus to the note that was put down, or to the first place for the one that was picked up. */
export function useFocus(hand: Hand) {
  const root = useRef<HTMLDivElement>(null);
  const { focus, focused } = hand;
  useEffect(() => {
    if (!focus) return;
    const around = root.current?.closest('.board') ?? root.current;
    const find = (selector: string) => around?.querySelector<HTMLElement>(selector);
    const note = focus.on === 'note' ? `[data-note="${CSS.escape(focus.id)}"]` : '';
    let frames = 0;
    let frame = 0;
    const look = (): void => {
      const target = note ? find(note) : (find('.column > .put') ?? find('.put'));
      target?.focus();
      // What was just built stays out of sight until it is measured, and takes no focus before that.
      const there = target && document.activeElement === target;
      if (there || frames++ > LONGEST_WAIT) focused();
      else frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  });
  return root;
}

function SortColumn({ column, groups, ...props }: SortProps & { column: Column; groups: Group[] }) {
  const { state, hand, dots, send } = props;
  const id = useId();
  const [page, setPage] = useState(0);
  const all = groups.flatMap((group) => group.notes);
  const pages = Math.max(1, Math.ceil(all.length / SHOWN));
  const focusOn = hand.focus?.on === 'note' ? hand.focus.id : '';
  const placed = all.findIndex((note) => note.id === focusOn);
  const wanted = Math.floor(placed / SHOWN);
  // A note that was put down shows itself, on whichever page it came to lie.
  if (placed >= 0 && wanted !== page) setPage(wanted);
  const now = Math.min(page, pages - 1);
  const held = hand.held && findNote(state, hand.held.id);
  return (
    <section className={`column note-colour-${column.colour}`} aria-labelledby={id}>
      <h2 id={id}>
        <Picture symbol={column.phrase.symbol} />
        <Said phrase={column.phrase} />
      </h2>
      {held && <Place plain phrase={column.phrase} onPut={() => hand.putInColumn(column)} />}
      {groups.length === 0 && !held && (
        <p className="quiet">
          <Said phrase={say('emptyColumn')} />
        </p>
      )}
      {pageOf(groups, now, SHOWN).map(({ theme, notes }) => (
        <div className="column" key={theme?.id ?? ''}>
          {theme && <ThemeHead theme={theme} send={send} />}
          <ul className="column">
            {notes.map((note) => (
              <li key={note.id}>
                <SortNote note={note} hand={hand} dots={dots} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Pages phrase={say('moreNotes', { page: now + 1, pages })} page={now} pages={pages} onPage={setPage} />
    </section>
  );
}

/** A group's name over its notes, with a way to change it. */
export function ThemeHead({ theme, send }: { theme: Theme; send: SortProps['send'] }) {
  const [renaming, setRenaming] = useState(false);
  const said = useSaid();
  const phrase = themePhrase(theme);
  return (
    <div className="theme-head">
      <h3 className="theme">
        <Picture symbol={phrase.symbol} />
        <Said phrase={phrase} />
      </h3>
      <Button
        phrase={say('renameTheme')}
        name={said(say('renameThemeOf', { theme: said(phrase) }))}
        mark="change"
        onPress={() => setRenaming(true)}
      />
      {renaming && <RenameTheme theme={theme} send={send} onClose={() => setRenaming(false)} />}
    </div>
  );
}

/**
 * A note on the board: a tap picks it up; a tap on the one in hand puts it back.
 * Dragging it to a place is an extra that does the same two steps.
 */
export function SortNote({ note, hand, dots }: { note: Note; hand: Hand; dots: boolean }) {
  const mine = hand.held?.id === note.id;
  return (
    <button
      type="button"
      data-note={note.id}
      className={`note ${mine ? 'held' : ''} ${note.hidden ? 'hidden-note' : ''}`}
      aria-pressed={mine}
      onClick={() => (mine ? hand.putBack() : hand.pickUp(note))}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Browsers give up a drag when the page changes in the middle of its first event.
        setTimeout(() => hand.pickUp(note));
      }}
      onDragEnd={(event) => event.dataTransfer.dropEffect === 'none' && hand.putBack()}
    >
      <NoteFace note={note} />
      {note.hidden && (
        <span className="tag">
          <Mark name="hidden" />
          <Said phrase={say('hiddenTag')} />
        </span>
      )}
      {dots && note.dots > 0 && <Dots count={note.dots} />}
    </button>
  );
}
