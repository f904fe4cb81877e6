import type { Replay } from '#workshop/replay.ts';
import { current, headIds } from '#workshop/versions.ts';
import type { Activity } from '#workshop/workshop.ts';
import type { AnyKind, Room } from './kind.ts';
import { findKind } from './kinds.ts';

/** An activity opened for a screen or a report: its kind, its checked setup, its state and what is known of the room. */
export type Opened = {
  activity: Activity;
  kind: AnyKind;
  setup: unknown;
  setupIds: string[];
  state: unknown;
  room: Room;
  /** Under which name turns are counted now: the activity, or its second round. */
  round: string;
  newer: number;
};

/** Opens one activity; `undefined` when a newer app made it. */
export function openActivity(replay: Replay, id: string): Opened | undefined {
  const activity = replay.workshop.activities[id];
  const kind = activity && findKind(activity.kind);
  const setup = activity && kind?.readSetup(current(activity.setup));
  if (!activity || !kind || setup === undefined) return undefined;
  const told = replay.activities[id];
  const state = told?.state ?? kind.start();
  const second = kind.secondRound?.(setup, state) ?? '';
  const round = second ? `${id}:${second}` : id;
  const room = { here: replay.workshop.here, turns: replay.workshop.turns[round] ?? { taken: 0, passed: 0 } };
  const setupIds = headIds(activity.setup);
  return { activity, kind, setup, setupIds, state, room, round, newer: told?.newer ?? 0 };
}
