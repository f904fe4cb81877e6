import * as v from 'valibot';
import { create } from 'zustand';
import type { Gap } from './chains.ts';
import { readMarker, type SafetyFile } from './marker.ts';

/** How the tablet stands with what it once kept. */
export type Health = {
  /** `lost`: of some workshop nothing is left. `gap`: something of it is missing. `one-copy`: nothing is, yet. */
  state: 'whole' | 'one-copy' | 'gap' | 'lost';
  /** At least this many entries are missing, or are not as they were. */
  missing: number;
  /** The workshops with a gap. */
  workshops: string[];
  /** Entries that one store had lost and the other gave back. */
  rebuilt: number;
  /** The last workshop file that was saved: a copy may be there. */
  file: SafetyFile | undefined;
  checked: boolean;
};

export const useHealth = create<Health>(() => ({
  state: 'whole',
  missing: 0,
  workshops: [],
  rebuilt: 0,
  file: undefined,
  checked: false,
}));

/** Gaps that somebody has read about, as they are kept about this tablet. */
export const READ = 'losses-read';
const ReadSchema = v.array(
  v.object({ workshop: v.string(), tablet: v.string(), missing: v.number(), altered: v.number() }),
);

let oneCopy = false;
let gaps: readonly Gap[] = [];
let gone: ReadonlySet<string> = new Set();

/** Says whether one of the two stores is behind. */
export function tellOneCopy(is: boolean): void {
  oneCopy = is;
  judge();
}

export type Found = { gaps: readonly Gap[]; emptied: ReadonlySet<string>; rebuilt: number; read: unknown };

/** Says what a check found; `emptied` are the workshops of which nothing is left, `read` what is known of before. */
export function tellChecked(found: Found): void {
  const read = v.is(ReadSchema, found.read) ? found.read : [];
  gaps = found.gaps.filter((gap) => !read.some((one) => covers(one, gap)));
  gone = found.emptied;
  useHealth.setState((before) => ({ checked: true, rebuilt: before.rebuilt + found.rebuilt }));
  judge();
}

/** The gaps that are told of now. */
export function gapsTold(): readonly Gap[] {
  return gaps;
}

const covers = (one: Gap, gap: Gap): boolean =>
  one.workshop === gap.workshop &&
  one.tablet === gap.tablet &&
  one.missing >= gap.missing &&
  one.altered >= gap.altered;

function judge(): void {
  const emptied = gaps.some(({ workshop }) => gone.has(workshop));
  const { file, files } = readMarker();
  const state = gaps.length > 0 ? (emptied ? 'lost' : 'gap') : oneCopy ? 'one-copy' : 'whole';
  useHealth.setState({
    state,
    missing: gaps.reduce((sum, gap) => sum + gap.missing + gap.altered, 0),
    workshops: [...new Set(gaps.map((gap) => gap.workshop))],
    // A copy of what is missing is worth more than the last of all.
    file: gaps.flatMap(({ workshop }) => files[workshop] ?? [])[0] ?? file,
  });
}
