import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark, type MarkName } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import type { State } from './checks.ts';
import { say } from './words.ts';

const marks = { good: 'tick', todo: 'change', unknown: 'show', notYet: 'timer' } satisfies Record<
  State | 'notYet',
  MarkName
>;

type Props = { phrase: Phrase; state: State | 'notYet'; found?: Phrase | undefined; children?: ReactNode };

/** One line: what was looked at, how it stands, and what to do about it. */
export function Line({ phrase, state, found, children }: Props) {
  const said = useSaid();
  return (
    <li className="card ready-line">
      <Picture symbol={phrase.symbol} />
      <div className="stack">
        <div className="ready-name">
          <h3>{said(phrase)}</h3>
          <p className={`ready-state is-${state}`}>
            <Mark name={marks[state]} />
            {said(say(state))}
          </p>
        </div>
        {found && <p>{said(found)}</p>}
        {children}
      </div>
    </li>
  );
}
