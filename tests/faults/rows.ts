/** What is counted of one fault. `lost` and `doubled` are of acknowledged answers; `halves` of any. */
export type Row = {
  fault: string;
  injected: number;
  acknowledged: number;
  lost: number;
  halves: number;
  doubled: number;
  /** Of those injected: how often something was said, or put right with nothing missing. */
  noticed: number;
  /** Milliseconds until it was said or put right, from the start of the page or from the tap. */
  said: number[];
  falseAlarms: number;
  /** What else came up, and how often. */
  notes: Map<string, number>;
};

export function newRow(fault: string): Row {
  const counts = { injected: 0, acknowledged: 0, lost: 0, halves: 0, doubled: 0, noticed: 0, falseAlarms: 0 };
  return { fault, ...counts, said: [], notes: new Map() };
}

/** The highest number seen of something that is worth telling. */
export function noteMost(row: Row, what: string, value: number): void {
  row.notes.set(what, Math.max(row.notes.get(what) ?? 0, Math.round(value)));
}

export function noteMore(row: Row, what: string, value: number): void {
  row.notes.set(what, (row.notes.get(what) ?? 0) + value);
}

/** Did the fault do anything that the product must not let it do? */
export function isHarmed({ lost, halves, doubled, falseAlarms, noticed, injected }: Row): boolean {
  return lost + halves + doubled + falseAlarms > 0 || noticed < injected;
}

const COLUMNS = ['injected', 'acknowledged', 'lost', 'halves', 'doubled', 'noticed', 'falseAlarms'] as const;

/** The counts as a table in Markdown, with the upper bound that so many without a loss allow. */
export function tableOf(rows: readonly Row[]): string {
  const head =
    'fault, injected, acknowledged, lost, halves, doubled, noticed, false alarms, said after (middle / slowest), 95% at most'.split(
      ', ',
    );
  const lines = rows.map((row) => {
    const bad = row.lost + row.halves + row.doubled + row.falseAlarms;
    const bound = bad > 0 || row.injected === 0 ? 'failed' : `${upperBound(row.injected).toFixed(1)}%`;
    return [row.fault, ...COLUMNS.map((name) => row[name]), timesOf(row), bound];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** With no failure in n tries the true rate is below this many percent, in 19 of 20 such runs. */
export function upperBound(tries: number): number {
  return 100 * (1 - 0.05 ** (1 / tries));
}

function timesOf({ said }: Row): string {
  if (said.length === 0) return '–';
  const sorted = said.toSorted((a, b) => a - b);
  const seconds = (ms = 0): string => (ms / 1000).toFixed(2);
  return `${seconds(sorted[sorted.length >> 1])} / ${seconds(sorted.at(-1))} s (${said.length})`;
}

/** What else came up, a line each. */
export function notesOf(rows: readonly Row[]): string {
  return rows
    .flatMap(({ fault, notes }) => [...notes].map(([what, value]) => `- ${fault}: ${what} ${value}`))
    .join('\n');
}

/** Random numbers that come again with the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
