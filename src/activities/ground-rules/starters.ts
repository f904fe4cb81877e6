import { newId } from '#workshop/entry.ts';
import type { Setup } from './model.ts';
import { say } from './words.ts';

const keys = [
  'starter1',
  'starter2',
  'starter3',
  'starter4',
  'starter5',
  'starter6',
  'starter7',
  'starter8',
] as const;

/** A set of rules to start from. They belong to the activity from then on, to change or to take out. */
export function starters(): Setup['starter'] {
  return keys.map((key) => ({ id: newId(), phrase: say(key) }));
}
