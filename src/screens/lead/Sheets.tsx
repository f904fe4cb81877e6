import type { ComponentType, ReactNode } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { CopySheet } from '../CopySheet.tsx';
import { WordsSheet } from '../own-words/WordsSheet.tsx';
import { CardsDialog } from '../cards/CardsDialog.tsx';
import { Actions } from './Actions.tsx';
import { AddDialog } from './AddDialog.tsx';
import { ChangeAgenda } from './ChangeAgenda.tsx';
import { PeopleDialog } from './CountPeople.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { HandDialog } from './HandDialog.tsx';
import { Notes } from './Notes.tsx';
import { ScreenDialog } from './ScreenDialog.tsx';
import { ToolsDialog } from './ToolsDialog.tsx';

const sheets = {
  add: AddDialog,
  agenda: ChangeAgenda,
  people: PeopleDialog,
  notes: Notes,
  actions: Actions,
  hand: HandDialog,
  screen: ScreenDialog,
  copy: CopySheet,
  words: WordsSheet,
  finish: FinishDialog,
} satisfies Record<string, ComponentType<{ id: string; replay: Replay; onClose(): void }>>;

export type Sheet = keyof typeof sheets | 'cards' | 'tools' | '';

type Props = {
  id: string;
  replay: Replay;
  sheet: Sheet;
  onOpen(sheet: Sheet): void;
  onClose(): void;
  /** Stands first among the leader's tools. */
  first?: ReactNode;
};

/** The sheet that is open over the leader's screen. */
export function Sheets({ id, replay, sheet, onOpen, onClose, first }: Props) {
  if (sheet === '') return null;
  if (sheet === 'cards') return <CardsDialog workshop={id} open onClose={onClose} />;
  if (sheet === 'tools')
    return <ToolsDialog id={id} replay={replay} first={first} onOpen={onOpen} onClose={onClose} />;
  const Open: ComponentType<{ id: string; replay: Replay; onClose(): void }> = sheets[sheet];
  return <Open id={id} replay={replay} onClose={onClose} />;
}
