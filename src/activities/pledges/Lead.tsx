import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import type { LeadProps } from '../kind.ts';
import { FollowUpDialog } from './FollowUp.tsx';
import { isHidden, type Change, type Pledge, type Setup, type State } from './model.ts';
import { PledgeSay } from './PledgeSay.tsx';
import { pledgePhrase } from './report.ts';
import { say } from './words.ts';

/** The leader looks after the pledges: hide one, show it again, and later ask what happened. */
export function Lead({ setup, state, shown, send }: LeadProps<Setup, State, Change>) {
  const [looking, setLooking] = useState(false);
  const [asked, setAsked] = useState<Pledge | null>(null);
  const said = useSaid();
  // The leader's tablet lies on the table: what the room may not see yet is not on it without a tap.
  const covered = setup.hidden && !shown;
  if (state.pledges.length === 0)
    return (
      <p className="empty">
        <Said phrase={say('none')} />
      </p>
    );
  return (
    <div className="stack">
      {covered && (
        <div className="card row between rule-buttons">
          <p>
            <Said phrase={say('kept', { count: state.pledges.length })} />
          </p>
          <Button
            phrase={looking ? say('closeLook') : say('lookFirst')}
            mark={looking ? 'hidden' : 'show'}
            onPress={() => setLooking(!looking)}
          />
        </div>
      )}
      {(!covered || looking) && (
        <ul className="pledges">
          {state.pledges.map((pledge) => {
            const hidden = isHidden(state, pledge.id);
            const words = said(pledgePhrase(setup, pledge));
            return (
              <li className="card pledge" key={pledge.id}>
                <PledgeSay pledge={pledge} setup={setup} state={state} />
                <div className="pledge-tools">
                  {hidden && (
                    <p className="quiet">
                      <Said phrase={say('isHidden')} />
                    </p>
                  )}
                  <Button
                    phrase={hidden ? say('show') : say('hide')}
                    name={said(say(hidden ? 'showOne' : 'hideOne', { pledge: words }))}
                    mark={hidden ? 'show' : 'hidden'}
                    onPress={() =>
                      void send([{ type: hidden ? 'pledge-shown' : 'pledge-hidden', pledge: pledge.id }])
                    }
                  />
                  <Button
                    phrase={say('followUp')}
                    name={said(say('followUpOne', { pledge: words }))}
                    mark="change"
                    onPress={() => setAsked(pledge)}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {asked && (
        <FollowUpDialog
          pledge={asked}
          phrase={pledgePhrase(setup, asked)}
          send={send}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
