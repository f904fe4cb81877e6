import { Said } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import { shownPledges, type Setup, type State } from './model.ts';
import { PledgeSay } from './PledgeSay.tsx';
import { say } from './words.ts';

/** The pledges as cards, all alike. Where one stands says nothing: see State. */
export function Results({ setup, state }: ResultsProps<Setup, State>) {
  const shown = shownPledges(state);
  if (shown.length === 0)
    return (
      <p className="empty">
        <Said phrase={say('none')} />
      </p>
    );
  return (
    <ul className="pledges">
      {shown.map((pledge) => (
        <li className="card pledge" key={pledge.id}>
          <PledgeSay pledge={pledge} setup={setup} state={state} />
        </li>
      ))}
    </ul>
  );
}
