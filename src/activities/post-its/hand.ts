import { useState } from 'react';
import { newId } from '#workshop/entry.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import type { Change, Column } from './model.ts';
import { noteWords } from './row.ts';
import { findNote, themePhrase, type Note, type State, type Theme } from './state.ts';
import { say } from './words.ts';

/** Where focus goes once the page has changed: a place to put the note, or the note itself. */
export type Focus = { on: 'place' } | { on: 'note'; id: string };

export type Hand = {
  held: Note | undefined;
  focus: Focus | undefined;
  focused(): void;
  pickUp(note: Note): void;
  putBack(): void;
  putInColumn(column: Column): void;
  putInTheme(theme: Theme | null): void;
  putInNewTheme(phrase: Phrase): void;
  hide(): void;
  canUndo: boolean;
  undo(): void;
};

/** One note at a time in the leader's hand, and the way back from every step. */
export function useHand(state: State, send: (changes: Change[]) => Promise<void>): Hand {
  const [id, setId] = useState('');
  const [focus, setFocus] = useState<Focus>();
  const [back, setBack] = useState<Change[][]>([]);
  const said = useSaid();
  const held = findNote(state, id);
  const words = held ? said(noteWords(held)) : '';

  /** Keeps the step first; only then it is said, and the note leaves the hand. */
  const step = async (changes: Change[], undo: Change[], tell: Phrase): Promise<void> => {
    await send(changes);
    if (undo.length > 0) setBack((before) => [...before, undo]);
    setId('');
    setFocus({ on: 'note', id });
    announce(said(tell));
  };
  return {
    held,
    focus,
    focused: () => setFocus(undefined),
    pickUp: (note) => {
      setId(note.id);
      setFocus({ on: 'place' });
      announce(said(say('heldNow', { note: said(noteWords(note)) })));
    },
    putBack: () => {
      setId('');
      setFocus({ on: 'note', id });
      announce(said(say('isBack', { note: words })));
    },
    putInColumn: (column) => {
      if (!held) return;
      const undo: Change = { type: 'note-moved', note: id, column: held.column };
      const place = said(column.phrase);
      void step(
        [{ type: 'note-moved', note: id, column: column.id }],
        [undo],
        say('isIn', { note: words, place }),
      );
    },
    putInTheme: (theme) => {
      if (!held) return;
      const undo: Change = { type: 'note-themed', note: id, theme: held.theme };
      const tell = theme
        ? say('isIn', { note: words, place: said(themePhrase(theme)) })
        : say('outOfTheme', { note: words });
      void step([{ type: 'note-themed', note: id, theme: theme?.id ?? null }], [undo], tell);
    },
    putInNewTheme: (phrase) => {
      if (!held) return;
      const theme = newId();
      const undo: Change = { type: 'note-themed', note: id, theme: held.theme };
      const changes: Change[] = [
        { type: 'theme-made', theme, phrase },
        { type: 'note-themed', note: id, theme },
      ];
      void step(changes, [undo], say('isIn', { note: words, place: said(phrase) }));
    },
    hide: () => {
      if (!held) return;
      const hidden: Change = { type: 'note-hidden', note: id };
      const shown: Change = { type: 'note-shown', note: id };
      if (held.hidden) void step([shown], [hidden], say('isShown', { note: words }));
      else void step([hidden], [shown], say('isHidden', { note: words }));
    },
    canUndo: back.length > 0,
    undo: () => {
      const changes = back.at(-1);
      if (!changes) return;
      void send(changes).then(() => {
        setBack((before) => before.slice(0, -1));
        announce(said(say('undone')));
      });
    },
  };
}
