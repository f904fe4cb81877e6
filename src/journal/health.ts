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

let oneCopy = false;
let gaps: readonly Gap[] = [];
let gone: ReadonlySet<string> = new Set();

/** Says whether one of the two stores is behind. */
export function tellOneCopy(is: boolean): void {
  oneCopy = is;
  judge();
}

/** Says what a check found; `emptied` are the workshops of which nothing is left. */
export function tellChecked(found: readonly Gap[], emptied: ReadonlySet<string>, rebuilt: number): void {
  gaps = found;
  gone = emptied;
  useHealth.setState((before) => ({ checked: true, rebuilt: before.rebuilt + rebuilt }));
  judge();
}

function judge(): void {
  const short = gaps.length > 0 ? (gone.size > 0 ? 'lost' : 'gap') : oneCopy ? 'one-copy' : 'whole';
  useHealth.setState({
    state: short,
    missing: gaps.reduce((sum, gap) => sum + gap.missing + gap.altered, 0),
    workshops: [...new Set(gaps.map((gap) => gap.workshop))],
    file: readMarker().file,
  });
}
