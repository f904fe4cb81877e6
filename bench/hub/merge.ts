import { interleaved, quantile, ratio } from '../ratios.ts';
import { answersOf, inBatches } from './answers.ts';
import { ours, plainInserts, pouch, yjs } from './merges.ts';

const BATCH = 500;

const batchesOf = (tablets: number, each: number) =>
  inBatches(
    Array.from({ length: tablets }, (_, i) => answersOf(`tablet-${i}`, each)),
    BATCH,
  );

/** 12 tablets × 1,250 answers brought together, checked and on the disk, beside others; and how it grows. */
export async function merge(rounds: number): Promise<string[]> {
  const day = batchesOf(12, 1250);
  await ours(day);
  const lines: string[] = [];
  for (const [name, other, target] of [
    ['Yjs without a disk', yjs, 'at most 3'],
    ['a plain loop of inserts', plainInserts, ''],
    ['PouchDB in memory', pouch, 'at most 0.05'],
  ] as const) {
    const { a, b } = await interleaved(
      rounds,
      () => ours(day),
      () => other(day),
    );
    lines.push(
      `hub, 15,000 answers of 12 tablets, beside ${name}: ${ratio(a, b)}${target ? ` (to reach: ${target})` : ''}`,
    );
  }
  lines.push(await growth(rounds));
  return lines;
}

/**
 * The exponent of time over answers: 1 is as many times longer as there are more. The plain loop stands beside it:
 * ids are random, so that each commit touches the more pages of their index the larger that is.
 */
async function growth(rounds: number): Promise<string> {
  const few = batchesOf(12, 312);
  const many = batchesOf(12, 5000);
  const more = many.flat().length / few.flat().length;
  const exponentOf = async (way: typeof ours): Promise<string> => {
    const { a, b } = await interleaved(
      rounds,
      () => way(many),
      () => way(few),
    );
    return (Math.log(quantile(a, 0.5) / quantile(b, 0.5)) / Math.log(more)).toFixed(2);
  };
  return (
    `hub, from 3,744 to 60,000 answers: exponent ${await exponentOf(ours)} (to reach: at most 1.1); ` +
    `of a plain loop of inserts: ${await exponentOf(plainInserts)}`
  );
}
