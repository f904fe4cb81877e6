import type { AnyKind, Room } from '#activities/kind.ts';
import type { Entry } from '#workshop/entry.ts';

export const ACTIVITY = 'activity-1';
export const room: Room = { here: 12, turns: { taken: 9, passed: 1 } };

/** An entry as the journal would keep it, `place` places into the workshop. */
export function entryOf(place: number, activity: string, body: unknown): Entry {
  const id = `entry-${place}`;
  return {
    id,
    workshop: 'workshop-1',
    activity,
    tablet: 'tablet-1',
    place,
    counter: place,
    from: [],
    previous: '',
    salt: 'salt',
    body: JSON.stringify(body),
  };
}

/** A workshop with one activity of this kind, and these changes to it. */
export function entriesOf(kind: AnyKind, setup: unknown, changes: readonly unknown[]): Entry[] {
  const added = { type: 'activity-added', activity: ACTIVITY, kind: kind.name, rank: 'a0', setup };
  return [entryOf(1, '', added), ...changes.map((change, index) => entryOf(index + 2, ACTIVITY, change))];
}

/** The state after stored changes; throws on one that this kind does not know. */
export function stateAfter(kind: AnyKind, setup: unknown, changes: readonly unknown[]): unknown {
  return changes.reduce((state: unknown, change, index) => {
    const next = kind.applyStored(state, change, { id: `entry-${index + 2}`, from: [], setup });
    if (next === undefined)
      throw new Error(`${kind.name} does not know its own change ${JSON.stringify(change)}`);
    return next;
  }, kind.start());
}
