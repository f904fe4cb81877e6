import * as v from 'valibot';
import type { Entry } from '#workshop/entry.ts';
import type { End } from './log-record.ts';

/**
 * A third witness, outside both stores. It is written late and may be behind, so it never says what there is;
 * it only knows that at least so much was here once.
 */
const KEY = 'cuppa-marker';

const FileSchema = v.object({ name: v.string(), at: v.number(), workshop: v.string() });
const MarkerSchema = v.object({
  /** How far each tablet's chain went, by workshop. */
  workshops: v.record(v.string(), v.record(v.string(), v.number())),
  file: v.optional(FileSchema),
  /** The last file of each workshop. */
  files: v.optional(v.record(v.string(), FileSchema), {}),
});
export type SafetyFile = v.InferOutput<typeof FileSchema>;
type Marker = v.InferOutput<typeof MarkerSchema>;

const LATER_MS = 500;
let waiting: Entry[] = [];

/** What was marked. Nothing where the browser keeps no such values. */
export function readMarker(): Marker {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const marker = v.safeParse(MarkerSchema, stored);
    return marker.success ? marker.output : { workshops: {}, files: {} };
  } catch {
    return { workshops: {}, files: {} };
  }
}

/** The ends of chains that the marker knows. */
export function markedEnds(): End[] {
  return Object.entries(readMarker().workshops).flatMap(([workshop, chains]) =>
    Object.entries(chains).map(([tablet, place]) => ({ workshop, tablet, place })),
  );
}

// Whoever closes the app right after a tap still has it marked.
globalThis.addEventListener?.('pagehide', writeWaiting);

/** Marks what was kept, soon. */
export function mark(entries: readonly Entry[]): void {
  if (waiting.length === 0 && entries.length > 0) setTimeout(writeWaiting, LATER_MS);
  waiting.push(...entries);
}

/** Marks what a file knew of: it may have been made where more was. */
export function markEnds(ends: readonly End[]): void {
  if (ends.length === 0) return;
  const marker = readMarker();
  for (const end of ends) raise(marker, end);
  write(marker);
}

/** Marks the last file that holds a copy, of all workshops and of this one. */
export function markFile(file: SafetyFile): void {
  const marker = readMarker();
  write({ ...marker, file, files: { ...marker.files, [file.workshop]: file } });
}

/** Marks of a workshop that was discarded go with it. */
export function unmark(workshop: string): void {
  waiting = waiting.filter((entry) => entry.workshop !== workshop);
  const { workshops, file, files } = readMarker();
  const { [workshop]: _, ...others } = workshops;
  const { [workshop]: __, ...otherFiles } = files;
  write({ workshops: others, files: otherFiles, ...(file && file.workshop !== workshop ? { file } : {}) });
}

function writeWaiting(): void {
  if (waiting.length === 0) return;
  const marker = readMarker();
  for (const entry of waiting) raise(marker, entry);
  waiting = [];
  write(marker);
}

function raise({ workshops }: Marker, { workshop, tablet, place }: End): void {
  const chains = (workshops[workshop] ??= {});
  chains[tablet] = Math.max(place, chains[tablet] ?? 0);
}

function write(marker: Marker): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(marker));
  } catch {
    // Full or switched off: there are two better witnesses.
  }
}
