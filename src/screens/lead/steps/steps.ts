import type { Room } from '#activities/kind.ts';

export const names = ['read', 'round', 'show', 'together', 'on', 'finish'] as const;
export type Step = (typeof names)[number];

/** What one part is like, as far as its steps go. */
export type Part = {
  /** Does the tablet go round for it? */
  asks: boolean;
  /** Are its answers hidden until the leader shows them? */
  hides: boolean;
  shown: boolean;
  /** Has its kind something that the group does with the answers? */
  together: boolean;
  /** Is there a part after it? */
  more: boolean;
  room: Room;
};

/** What a leader does in one part, one thing after the other. The last leads on. */
export function stepsOf({ asks, hides, together, more }: Part): Step[] {
  const wanted: Record<Step, boolean> = {
    read: true,
    round: asks,
    show: asks && hides,
    together,
    on: more,
    finish: !more,
  };
  return names.filter((name) => wanted[name]);
}

/** The first step that is still to do, as far as what was kept tells: a leader who comes back goes on there. */
export function stepToDo(part: Part): Step {
  const { taken, passed } = part.room.turns;
  const revealed = part.hides && part.shown;
  const begun = taken + passed > 0;
  const everyone = part.room.here > 0 && taken + passed >= part.room.here;
  const done: Record<Step, boolean> = {
    read: begun || revealed,
    round: everyone || revealed,
    show: revealed,
    together: false,
    on: false,
    finish: false,
  };
  return stepsOf(part).find((step) => !done[step]) ?? 'finish';
}
