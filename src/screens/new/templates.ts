import * as v from 'valibot';
import { PlanSchema, type Plan } from '#workshop/plan.ts';
import blank from '#templates/blank.json' with { type: 'json' };
import listeningSpace from '#templates/listening-space.json' with { type: 'json' };
import taster from '#templates/taster.json' with { type: 'json' };
import yorkDay from '#templates/york-day.json' with { type: 'json' };

export type TemplateName = 'taster' | 'york-day' | 'listening-space' | 'blank';
export type Template = { name: TemplateName; plan: Plan };

/** What a workshop can start from, in the order in which it is offered. */
export const templates: readonly Template[] = [
  { name: 'taster', plan: v.parse(PlanSchema, taster) },
  { name: 'york-day', plan: v.parse(PlanSchema, yorkDay) },
  { name: 'listening-space', plan: v.parse(PlanSchema, listeningSpace) },
  { name: 'blank', plan: v.parse(PlanSchema, blank) },
];
