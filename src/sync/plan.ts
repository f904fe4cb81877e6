import * as v from 'valibot';
import { PlanSchema, type Plan } from '#workshop/plan.ts';
import type { Replay } from '#workshop/replay.ts';
import { current } from '#workshop/versions.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';

/** What of a workshop can be carried to another day: no answers, notes, head counts or date. */
export function planOf({ workshop }: Replay): Plan {
  const { ownWords: own, explained } = workshop;
  return {
    format: 'cuppa-plan',
    version: 1,
    about: { ...aboutOf(workshop), date: '' },
    activities: agenda(workshop).map(({ kind, setup }) => ({ kind, setup: current(setup) })),
    ...(own.length + explained.length > 0 ? { words: { own, explained } } : {}),
  };
}

/** The plan as a file that people can also read. */
export function exportPlan(replay: Replay): string {
  return `${JSON.stringify(planOf(replay), null, 2)}\n`;
}

/** Reads a plan from a file; throws one plain sentence if it is not one. */
export function readPlan(text: string): Plan {
  if (text.length > 10_000_000) throw new Error('This file is too large to be a plan.');
  const stored = parse(text);
  const head = v.safeParse(v.object({ format: v.literal('cuppa-plan'), version: v.number() }), stored);
  if (!head.success) throw new Error('This is not a Cuppa plan.');
  if (head.output.version > 1)
    throw new Error('A newer version of Cuppa made this plan. Please update Cuppa here first.');
  const plan = v.safeParse(PlanSchema, stored, { abortEarly: true });
  if (!plan.success) throw new Error('This plan is damaged. Please copy it to this tablet again.');
  return plan.output;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
