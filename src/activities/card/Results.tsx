import { Say } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import type { Setup, State } from './model.ts';

/** The card as the room sees it: one idea a row. Its heading stands above it already. */
export function Results({ setup }: ResultsProps<Setup, State>) {
  return (
    <div className="stack">
      {setup.rows.map((row) => (
        <Say key={row.id} phrase={row.phrase} />
      ))}
    </div>
  );
}
