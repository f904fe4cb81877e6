import type { AnyKind } from '#activities/kind.ts';
import { kinds } from '#activities/kinds.ts';
import { newId } from '#workshop/entry.ts';
import type { Replay } from '#workshop/replay.ts';
import { phrase } from '#words/words.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { addAfterNow } from './order.ts';
import { say } from './words.ts';

/** Adds something live: a kind chosen by its picture, as it comes, straight after where the room is. */
export function AddDialog({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const said = useSaid();
  const add = (kind: AnyKind): void => {
    const added = { id: newId(), kind: kind.name, setup: kind.blank() };
    void sendToWorkshop(id, addAfterNow(replay.workshop, added));
    announce(said(phrase(kind.name, 'title')));
    onClose();
  };
  return (
    <Dialog title={say('add')} open onClose={onClose}>
      <p>{said(say('addHint'))}</p>
      <ul className="kind-tiles">
        {kinds.map((kind) => (
          <li key={kind.name}>
            <button type="button" className="choice" onClick={() => add(kind)}>
              <Picture symbol={kind.symbol} />
              <span>
                {said(phrase(kind.name, 'title'))}
                <span className="about">{said(phrase(kind.name, 'about'))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
