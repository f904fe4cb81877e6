import { Bars } from '#ui/People.tsx';
import { Said } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import type { Setup, State } from './model.ts';
import { barRows, besides, headline } from './told.ts';

/** What the room said: the sentence first, then one little person for each answer, then who is not in it. */
export function Results({ setup, state, room }: ResultsProps<Setup, State>) {
  const rest = besides(setup, state, room);
  return (
    <div className="results">
      <p className="sentence">
        <Said phrase={headline(setup, state)} />
      </p>
      {state.people > 0 && <Bars rows={barRows(setup, state)} />}
      {rest.length > 0 && (
        <div className="besides quiet">
          {rest.map((phrase) => (
            <p key={phrase.plain}>
              <Said phrase={phrase} />
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
