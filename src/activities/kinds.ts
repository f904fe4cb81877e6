import { card } from './card/index.ts';
import { groundRules } from './ground-rules/index.ts';
import type { AnyKind } from './kind.ts';
import { pledges } from './pledges/index.ts';
import { poll } from './poll/index.ts';
import { postIts } from './post-its/index.ts';

/** Every kind of activity, in the order in which they are offered. One line each. */
export const kinds: readonly AnyKind[] = [card, poll, postIts, groundRules, pledges];

/** The kind of that name, or `undefined` for one that only a newer app knows. */
export function findKind(name: string): AnyKind | undefined {
  return kinds.find((kind) => kind.name === name);
}
