import type { AnyKind } from '#activities/kind.ts';

type Steps = NonNullable<AnyKind['turn']>;

/** Where a tap leads within a turn: to a question, to the check, to "how do you want it?", or out of the turn. */
export type Walked = { to: 'answer' | 'check' | 'how'; draft: unknown } | { to: 'passed' };

/** Next, or Done at the last question. With nothing to save there is nothing to check either. */
export function forward(steps: Steps, setup: unknown, draft: unknown): Walked {
  const next = steps.next(setup, draft);
  return next === null ? atTheEnd(steps, setup, draft) : { to: 'answer', draft: next };
}

/** Back: the question before, and from the first one to "how do you want it?". */
export function backward(steps: Steps, setup: unknown, draft: unknown): Walked {
  const before = steps.back(setup, draft);
  return before === null ? { to: 'how', draft } : { to: 'answer', draft: before };
}

/** Skip leaves out this question and keeps what was answered before it. */
export function skip(steps: Steps, setup: unknown, draft: unknown): Walked {
  if (!steps.skip) return { to: 'passed' };
  const skipped = steps.skip(setup, draft);
  return skipped.goOn ? { to: 'answer', draft: skipped.draft } : atTheEnd(steps, setup, skipped.draft);
}

/** Does this turn come to nothing, so that it counts as passed? */
export function saysNothing(steps: Steps, setup: unknown, draft: unknown): boolean {
  return steps.deliver(setup, draft).changes.length === 0;
}

function atTheEnd(steps: Steps, setup: unknown, draft: unknown): Walked {
  return saysNothing(steps, setup, draft) ? { to: 'passed' } : { to: 'check', draft };
}
