import type { RouteObject } from 'react-router';
import type { AnyKind } from '#activities/kind.ts';
import { kinds } from '#activities/kinds.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { openActivity } from '../activity.ts';

/** Opens every screen that is only loaded when it is asked for. Throws for the first that is not there. */
export async function openScreens(routes: readonly RouteObject[]): Promise<void> {
  for (const { lazy, children } of routes) {
    if (typeof lazy === 'function') await lazy();
    if (children) await openScreens(children);
  }
}

/** Opens all that the kinds of a workshop are made of; without a workshop, those of every kind. */
export async function openParts(replay: Replay | undefined): Promise<void> {
  for (const { parts } of replay ? kindsOf(replay) : kinds) {
    const { Editor, Screen, Results, Lead, prints = [] } = parts;
    const pages = prints.map(({ Page }) => Page());
    await Promise.all([Editor(), Results(), Screen?.() ?? null, Lead?.() ?? null, ...pages]);
  }
}

/** How many parts of the workshop only a newer Cuppa can show. */
export function newerParts(replay: Replay): number {
  return agenda(replay.workshop).filter(({ id }) => openActivity(replay, id) === undefined).length;
}

function kindsOf(replay: Replay): readonly AnyKind[] {
  const opened = agenda(replay.workshop).flatMap(({ id }) => openActivity(replay, id)?.kind ?? []);
  return [...new Set(opened)];
}
