import { useEffect, useRef } from 'react';
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { SortNote, ThemeHead, useFocus, type SortProps } from './Board.tsx';
import type { Column } from './model.ts';
import { allNotes, groupsOf, type Note, type Theme } from './state.ts';

type Line =
  | { key: string; column: Column }
  | { key: string; theme: Theme }
  | { key: string; note: Note; colour: number };

/** Every note one under another, with the same things to do as on the board. Only what is in sight is built. */
export function NoteList({ setup, state, hand, dots, send }: SortProps) {
  const root = useFocus(hand);
  const notes = allNotes(state);
  const lines = setup.columns.flatMap((column): Line[] => [
    { key: column.id, column },
    ...groupsOf(setup, state, column.id, notes).flatMap((group): Line[] => [
      ...(group.theme ? [{ key: `${column.id}-${group.theme.id}`, theme: group.theme }] : []),
      ...group.notes.map((note) => ({ key: note.id, note, colour: column.colour })),
    ]),
  ]);
  const list = useRef<WindowVirtualizerHandle>(null);
  const { focus } = hand;
  const wanted = focus?.on === 'note' ? lines.findIndex((line) => line.key === focus.id) : -1;
  useEffect(() => {
    if (wanted >= 0) list.current?.scrollToIndex(wanted, { align: 'center' });
  }, [wanted]);
  return (
    <div className="note-list" ref={root}>
      <WindowVirtualizer ref={list} data={lines}>
        {(line) => (
          <div className="note-line" key={line.key}>
            {'column' in line ? (
              <h2>
                <Picture symbol={line.column.phrase.symbol} />
                <Said phrase={line.column.phrase} />
              </h2>
            ) : 'theme' in line ? (
              <ThemeHead theme={line.theme} send={send} />
            ) : (
              <div className={`note-colour-${line.colour}`}>
                <SortNote note={line.note} hand={hand} dots={dots} />
              </div>
            )}
          </div>
        )}
      </WindowVirtualizer>
    </div>
  );
}
