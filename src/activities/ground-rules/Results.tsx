import { Said } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import { allRules, type Setup, type State } from './model.ts';
import { RuleSay } from './RuleSay.tsx';
import { keptInWords } from './tally.ts';
import { say } from './words.ts';

/** The adopted rules, big; before there are any, the rules that the group could have. */
export function Results({ setup, state }: ResultsProps<Setup, State>) {
  const all = allRules(setup, state);
  const chosen = all.filter((rule) => rule.standing === 'adopted');
  const shown = chosen.length > 0 ? chosen : all.filter((rule) => rule.standing === 'open');
  const title = chosen.length > 0 ? say('adoptedTitle') : say('proposedTitle');
  if (shown.length === 0)
    return (
      <p className="empty">
        <Said phrase={say('noneProposed')} />
      </p>
    );
  return (
    <div className="stack">
      <h2>
        <Said phrase={title} />
      </h2>
      <ul className="rules-big">
        {shown.map((rule) => (
          <li key={rule.id}>
            <RuleSay rule={rule} quiet={keptInWords(rule.kept)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
