type Factors = Record<string, readonly unknown[]>;
export type Row<F extends Factors> = { [Name in keyof F]: F[Name][number] };
type Picks = (number | undefined)[];

/**
 * Few rows in which every value of every factor meets every value of every other. Always the same rows for
 * the same factors: each row starts from the first pair not met yet, and takes what meets most new pairs.
 */
export function pairwise<F extends Factors>(factors: F): Row<F>[] {
  const sizes = Object.values(factors).map((values) => values.length);
  const left = allPairs(sizes);
  const rows: Row<F>[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    const picks = seededBy(first, sizes.length);
    for (const factor of sizes.keys()) {
      picks[factor] ??= bestOf(factor, picks, sizes[factor] ?? 0, rows.length, left);
    }
    for (const met of pairsOf(picks)) left.delete(met);
    rows.push(rowOf(factors, picks));
  }
  return rows;
}

/** Every combination there is. */
export function everyRow<F extends Factors>(factors: F): Row<F>[] {
  const sizes = Object.values(factors).map((values) => values.length);
  const all = sizes.reduce<number[][]>(
    (picks, size) =>
      picks.flatMap((before) => Array.from({ length: size }, (_, value) => [...before, value])),
    [[]],
  );
  return all.map((picks) => rowOf(factors, picks));
}

const key = (a: number, x: number, b: number, y: number): string => `${a}.${x}.${b}.${y}`;

function allPairs(sizes: readonly number[]): Set<string> {
  const pairs = new Set<string>();
  for (const [a, many] of sizes.entries())
    for (const [b, others] of sizes.entries())
      if (a < b) for (let x = 0; x < many; x++) for (let y = 0; y < others; y++) pairs.add(key(a, x, b, y));
  return pairs;
}

function seededBy(pair: string, length: number): Picks {
  const [a = 0, x = 0, b = 0, y = 0] = pair.split('.').map(Number);
  return Array.from({ length }, (_, factor) => (factor === a ? x : factor === b ? y : undefined));
}

/** Which value is tried first moves on differently for each factor, so that what makes no difference is spread. */
function bestOf(factor: number, picks: Picks, size: number, turn: number, left: ReadonlySet<string>): number {
  const first = Math.imul((turn + 1) ^ Math.imul(factor + 1, 0x85ebca6b), 0xc2b2ae35) >>> 13;
  let best = 0;
  let most = -1;
  for (let i = 0; i < size; i++) {
    const value = (first + i) % size;
    const found = pairsOf(picks.with(factor, value)).filter((pair) => left.has(pair)).length;
    if (found > most) [best, most] = [value, found];
  }
  return best;
}

function pairsOf(picks: Picks): string[] {
  return picks.flatMap((x, a) =>
    picks.flatMap((y, b) => (a < b && x !== undefined && y !== undefined ? [key(a, x, b, y)] : [])),
  );
}

function rowOf<F extends Factors>(factors: F, picks: Picks): Row<F> {
  const values = Object.entries(factors).map(([name, of], factor) => [name, of[picks[factor] ?? 0]]);
  return Object.fromEntries(values) as Row<F>;
}
