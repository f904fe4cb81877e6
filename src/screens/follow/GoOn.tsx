import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { inOrder, lineOf, titleOf } from '../home/rows.ts';
import { useWorkshopList } from '../workshops.ts';
import { say } from './words.ts';

/** Goes on from an earlier workshop on this tablet: its next session. Nothing stands here while there is none. */
export function GoOn() {
  const [open, setOpen] = useState(false);
  const said = useSaid();
  const navigate = useNavigate();
  const list = useWorkshopList();
  const earlier =
    list === 'opening' ? [] : inOrder(list).filter(({ replay }) => replay.workshop.status !== 'preparing');
  if (earlier.length === 0) return null;
  return (
    <section className="stack">
      <p className="quiet">{said(say('goOnHint'))}</p>
      <div className="row">
        <Button phrase={say('goOnFrom')} mark="next" weight="edge" big onPress={() => setOpen(true)} />
      </div>
      <Dialog title={say('goOnWhich')} open={open} onClose={() => setOpen(false)}>
        <ul className="acts">
          {earlier.map(({ id, replay }) => (
            <li key={id}>
              <Button
                phrase={titleOf(replay)}
                picture
                className="act"
                onPress={() => void navigate(`/workshop/${id}/next`)}
              />
              <p className="quiet small">{said(lineOf(replay))}</p>
            </li>
          ))}
        </ul>
      </Dialog>
    </section>
  );
}
