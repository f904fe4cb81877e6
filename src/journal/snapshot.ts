import * as v from 'valibot';
import type { Replay } from '#workshop/replay.ts';
import type { Snapshot } from './journal.ts';
import type { Held } from './reader.ts';

/**
 * Only the outline is checked. The rest was written by this very version of the app: a snapshot of any other
 * is thrown away, and the entries are replayed.
 */
const ReplaySchema = v.custom<Replay>((stored) =>
  v.is(
    v.looseObject({
      workshop: v.looseObject({ status: v.string(), activities: v.record(v.string(), v.unknown()) }),
      activities: v.record(v.string(), v.looseObject({ newer: v.number() })),
      newer: v.number(),
      entries: v.number(),
    }),
    stored,
  ),
);

/** The replay as it can be kept. Answers of a sealed activity that is open are never in a replay. */
export function toSnapshot(
  workshop: string,
  version: string,
  { replay, cursor, last }: Held,
): Snapshot | undefined {
  if (!last) return undefined;
  const place = { ...last, salt: null, body: null };
  return { workshop, version, cursor, entries: replay.entries, last: place, replay: JSON.stringify(replay) };
}

/** The replay as it was kept, if this version of the app wrote it and it is whole. */
export function fromSnapshot(snapshot: Snapshot | undefined, version: string): Held | undefined {
  if (!snapshot || snapshot.version !== version) return undefined;
  try {
    const replay = v.parse(ReplaySchema, JSON.parse(snapshot.replay));
    return replay.entries === snapshot.entries
      ? { replay, cursor: snapshot.cursor, epoch: '', last: snapshot.last }
      : undefined;
  } catch {
    return undefined;
  }
}
