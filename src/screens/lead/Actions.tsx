import { useState } from 'react';
import { newId } from '#workshop/entry.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import type { Action } from '#workshop/workshop.ts';
import { dayInWords } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { joined } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { Listed, useUndo } from './Listed.tsx';
import { say } from './words.ts';

const nothing = { what: '', who: '', by: '' };

/** What was agreed to happen, who does it, and by when. */
export function Actions({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const [draft, setDraft] = useState(nothing);
  const [kept, setKept] = useState(false);
  const [empty, setEmpty] = useState(false);
  const undo = useUndo();
  const said = useSaid();
  const { actions } = replay.workshop;
  const put = (change: Partial<typeof nothing>): void => {
    setDraft({ ...draft, ...change });
    setKept(false);
  };
  const agree = async (action: Action): Promise<void> => {
    const { id: name, what, who, by } = action;
    await sendToWorkshop(id, [{ type: 'action-agreed', action: name, what, who, by }]);
  };
  const keepAction = async (): Promise<void> => {
    setEmpty(draft.what.trim() === '');
    if (draft.what.trim() === '') return;
    await agree({ id: newId(), what: draft.what.trim(), who: draft.who.trim(), by: draft.by });
    setDraft(nothing);
    setKept(true);
  };
  return (
    <Dialog title={say('actions')} open onClose={onClose}>
      <Write
        label={say('what')}
        value={draft.what}
        wrong={empty ? say('needsWhat') : undefined}
        onChange={(what) => put({ what })}
      />
      <div className="who-when">
        <Write label={say('who')} value={draft.who} onChange={(who) => put({ who })} />
        <Write label={say('by')} type="date" value={draft.by} onChange={(by) => put({ by })} />
      </div>
      <div className="row">
        <Button phrase={say('keepAction')} mark="tick" weight="edge" onPress={() => void keepAction()} />
        {kept && <Saved phrase={say('kept')} />}
      </div>
      {actions.length === 0 && <p className="quiet">{said(say('noActions'))}</p>}
      {undo.row}
      <ul className="listed">
        {actions.map((action) => (
          <Listed
            key={action.id}
            phrase={asSaid(action.what)}
            hint={whoAndWhen(action)}
            onRemove={() => {
              void sendToWorkshop(id, [{ type: 'action-removed', action: action.id }]);
              undo.offer(action.what, () => void agree(action));
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function whoAndWhen({ who, by }: Action): Phrase | undefined {
  const day = dayInWords(by);
  const rows = [who ? asSaid(`${who}.`) : undefined, day ? say('byDay', { day }) : undefined];
  const known = rows.filter((row) => row !== undefined);
  return known.length > 0 ? joined(...known) : undefined;
}
