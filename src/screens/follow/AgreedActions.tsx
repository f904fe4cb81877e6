import { useState } from 'react';
import { outcomeIds, outcomesOf } from '#workshop/heard.ts';
import { asSaid } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { sendToWorkshop } from '../workshops.ts';
import { becameOf, OutcomeDialog, Outcomes, type Became } from './Outcome.tsx';
import { whoAndWhen } from './told.ts';
import { say } from './words.ts';

/** The actions that were agreed, and what became of each. */
export function AgreedActions({ id, replay }: { id: string; replay: Replay }) {
  const [open, setOpen] = useState('');
  const said = useSaid();
  const { actions, follow } = replay.workshop;
  const chosen = actions.find((action) => action.id === open);
  const keep = (change: Became): Promise<void> =>
    sendToWorkshop(id, [change], outcomeIds(follow, change.promise));
  if (actions.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{said(say('actions'))}</h2>
      {actions.map((action) => (
        <div key={action.id} className="stack one-will">
          <Say phrase={asSaid(action.what, 'action')} hint={whoAndWhen(action)} />
          <Outcomes
            outcomes={outcomesOf(follow, action.id)}
            onUse={(one) => void keep(becameOf(action.id, one))}
          />
          <div className="row">
            <Button
              phrase={say('became')}
              mark="tick"
              name={`${said(say('became'))}: ${action.what}`}
              onPress={() => setOpen(action.id)}
            />
          </div>
        </div>
      ))}
      {chosen && (
        <OutcomeDialog
          promise={chosen.id}
          what={asSaid(chosen.what, 'action')}
          onKeep={keep}
          onClose={() => setOpen('')}
        />
      )}
    </section>
  );
}
