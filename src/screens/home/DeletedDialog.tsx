import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { titleOf, type Listed } from './rows.ts';
import { say } from './words.ts';

type Props = { deleted: readonly Listed[]; onClose: () => void; onDone: (work: Promise<Phrase>) => void };

/** The deleted workshops, each one tap from coming back. */
export function DeletedDialog({ deleted, onClose, onDone }: Props) {
  return (
    <Dialog title={say('bringBack')} open onClose={onClose}>
      <ul className="acts">
        {deleted.map((listed) => (
          <li key={listed.id}>
            <Button
              phrase={naming((what) => say('broughtBack', { what }), titleOf(listed.replay))}
              mark="undo"
              className="act"
              onPress={() => {
                onDone(bringBack(listed));
                onClose();
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function bringBack({ id, replay }: Listed): Promise<Phrase> {
  await sendToWorkshop(id, [{ type: 'brought-back' }]);
  return naming((what) => say('backAgain', { what }), titleOf(replay));
}
