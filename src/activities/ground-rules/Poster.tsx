import type { CSSProperties } from 'react';
import { Said } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import { allRules, type Setup, type State } from './model.ts';
import { RuleSay } from './RuleSay.tsx';
import { say } from './words.ts';

/** One page for the wall: the adopted rules, or those that the group starts from. */
export function Poster({ setup, state }: ResultsProps<Setup, State>) {
  const all = allRules(setup, state);
  const chosen = all.filter((rule) => rule.standing === 'adopted');
  const rules = chosen.length > 0 ? chosen : all.filter((rule) => rule.standing === 'open');
  return (
    // Few rules are printed bigger: a wall is read from far away.
    <div className="poster" style={{ '--rules': rules.length } as CSSProperties}>
      <h2>
        <Said phrase={chosen.length > 0 ? say('adoptedTitle') : say('proposedTitle')} />
      </h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleSay rule={rule} />
          </li>
        ))}
      </ul>
    </div>
  );
}
