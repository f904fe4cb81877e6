import type { Replay } from '#workshop/replay.ts';
import { sendToWorkshop } from '../workshops.ts';
import { OwnWordsDialog } from './OwnWordsDialog.tsx';

type Props = { id: string; replay: Replay; onClose(): void };

/** The group's own words, for the leader in the room: the next screen that anybody sees uses them. */
export function WordsSheet({ id, replay, onClose }: Props) {
  return (
    <OwnWordsDialog
      id={id}
      replay={replay}
      onChoose={(choice) => sendToWorkshop(id, [{ type: 'own-word-chosen', ...choice }])}
      onClose={onClose}
    />
  );
}
