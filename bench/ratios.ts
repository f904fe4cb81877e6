/** The middle of the sorted values at `part` (0 to 1), between neighbours where needed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** "1.32 (1.20 to 1.51)": the median of the ratios of pairs measured side by side, and their 10 to 90% range. */
export function ratio(ours: readonly number[], theirs: readonly number[]): string {
  const pairs = ours.map((value, i) => value / (theirs[i] ?? Number.NaN));
  const [middle, low, high] = [0.5, 0.1, 0.9].map((part) => quantile(pairs, part).toFixed(2));
  return `${middle} (${low} to ${high})`;
}

/** The order ABBA: what comes first is favoured as often as what comes second. */
export async function interleaved(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number[]; b: number[] }> {
  const got = { a: [] as number[], b: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    for (const which of order) got[which].push(await (which === 'a' ? a() : b()));
  }
  return got;
}
