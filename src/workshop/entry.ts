import * as v from 'valibot';

/** Ids are keys of plain objects in a replay, where `constructor` and the like would find what nobody put there. */
const harmless = v.check((text: string) => !(text in Object.prototype));

/** A name that was drawn at random. */
export const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64), harmless);
const id = IdSchema;
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * The envelope of an entry. Fixed from the first day: a newer app may change bodies, never this.
 *
 * - `activity`  the activity it belongs to, or '' for the workshop itself
 * - `place`     1, 2, 3… in the chain of this tablet in this workshop, so that a gap shows
 * - `counter`   Lamport clock: order without wall time
 * - `from`      the versions (entry ids) that an edit builds on
 * - `previous`  SHA-256 (hex) of the salt and body before it in the chain, '' at place 1
 * - `body`      JSON text that the journal never opens; null with its salt once redacted
 */
export const EntrySchema = v.object({
  id,
  workshop: id,
  activity: v.pipe(v.string(), v.maxLength(64), harmless),
  tablet: id,
  place: count,
  counter: count,
  from: v.pipe(v.array(id), v.maxLength(100)),
  previous: v.pipe(v.string(), v.maxLength(64)),
  salt: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  body: v.nullable(v.pipe(v.string(), v.maxLength(1_000_000))),
});

export type Entry = v.InferOutput<typeof EntrySchema>;

/** The order in which entries are replayed: logical clock, then tablet, then place. Never a wall clock. */
export function byOrder(a: Entry, b: Entry): number {
  return a.counter - b.counter || compare(a.tablet, b.tablet) || a.place - b.place || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A counter this far ahead of ours comes from a broken or hostile clock: kept, but ours does not follow. */
export const FARTHEST_AHEAD = 1_000_000;

/** The clock after seeing `seen`. */
export function advance(clock: number, seen: number): number {
  return seen > clock && seen - clock <= FARTHEST_AHEAD ? seen : clock;
}

/** A new id: 128 random bits in hex. It says nothing of when or where it was made. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
