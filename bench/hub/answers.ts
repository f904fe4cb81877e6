import { hash as digest } from 'node:crypto';
import type { Entry } from '../../src/workshop/entry.ts';

/** One tablet's chain of answers, as it would stand in its journal: hashes and places are right. */
export function answersOf(tablet: string, count: number, workshop = 'bench'): Entry[] {
  const entries: Entry[] = [];
  let previous = '';
  for (let place = 1; place <= count; place++) {
    const salt = digest('sha256', `${tablet} ${place}`, 'hex').slice(0, 32);
    const body = JSON.stringify({ type: 'answered', answer: `option-${place % 5}`, note: WORDS[place % 7] });
    const id = digest('sha256', `id ${workshop} ${tablet} ${place}`, 'hex').slice(0, 32);
    entries.push({
      id,
      workshop,
      activity: `activity-${place % 12}`,
      tablet,
      place,
      counter: place,
      from: [],
      previous,
      salt,
      body,
    });
    previous = digest('sha256', salt + body, 'hex');
  }
  return entries;
}

const WORDS = [
  'More time to read things before the meeting',
  'Buses',
  'Ask us first, and tell us what happened to what we said',
  'The form is too long and nobody explains it',
  'A quiet room',
  'Somebody to ring who knows me',
  'Letters in big print, please',
];

/** What all tablets hand in, batch after batch, each tablet in turn. */
export function inBatches(tablets: readonly Entry[][], size: number): Entry[][] {
  const longest = Math.max(...tablets.map((entries) => entries.length));
  const batches: Entry[][] = [];
  for (let at = 0; at < longest; at += size) {
    for (const entries of tablets) {
      const some = entries.slice(at, at + size);
      if (some.length > 0) batches.push(some);
    }
  }
  return batches;
}
