import * as v from 'valibot';
import { standardWays, WaysSchema, type Ways } from './ways.ts';

/** Without letters and digits that look alike: 32 of them, 5 bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const BITS = 5;
const PREFIX = 'CUPPA:';
/** A card of today has 7 letters and one to check them. A newer card may have more, which are not read here. */
const LENGTH = 7;
const LONGEST = 24;
const VERSION = 1;

/** How one way is kept: in how many bits, and which number stands for which value. Once on paper, never changed. */
type Field = { bits: number; of: (ways: Ways) => number; to: (number: number) => object };

const list = <K extends keyof Ways>(key: K, bits: number, values: readonly Ways[K][]): Field => ({
  bits,
  of: (ways) => Math.max(0, values.indexOf(ways[key])),
  // A value that a newer tablet wrote is left as it usually is.
  to: (number) => (number < values.length ? { [key]: values[number] } : {}),
});
const steps = (
  key: 'rate' | 'ignoreMs' | 'holdMs' | 'scanMs',
  bits: number,
  step: number,
  from = 0,
): Field => ({
  bits,
  of: (ways) => Math.round((ways[key] - from) / step),
  to: (number) => ({ [key]: Math.round((from + number * step) * 1000) / 1000 }),
});

const fields: readonly Field[] = [
  list('words', 2, ['plain', 'easy', 'symbols']),
  list('text', 2, ['standard', 'large', 'larger']),
  list('theme', 2, ['light', 'dark', 'contrast']),
  list('calm', 1, [false, true]),
  list('font', 3, ['', 'andika', 'atkinson', 'lexend', 'opendyslexic']),
  list('readAloud', 1, [false, true]),
  steps('rate', 4, 0.05, 0.5),
  steps('ignoreMs', 4, 250),
  steps('holdMs', 4, 100),
  list('scan', 2, ['', 'one', 'two']),
  steps('scanMs', 5, 500),
  list('scanTouch', 1, [false, true]),
  list('scanSpeak', 1, [false, true]),
  list('language', 1, ['en-GB', 'cy']),
];

/**
 * A person's ways as letters for a card, such as "2H7K 9QRT". It says how somebody reads and presses, and
 * nothing else: no name, no number of the card. Fine steps are rounded; a key of their own stays with the tablet.
 */
export function cardCode(ways: Ways): string {
  const bits = [bitsOf(VERSION - 1, 2), ...fields.map((field) => bitsOf(field.of(ways), field.bits))].join(
    '',
  );
  const padded = bits.padEnd(LENGTH * BITS, '0');
  const numbers = Array.from({ length: LENGTH }, (_, i) =>
    Number.parseInt(padded.slice(i * BITS, (i + 1) * BITS), 2),
  );
  return [...numbers, check(numbers)].map((number) => LETTERS.charAt(number)).join('');
}

/** What the square code on the card says: the same letters, marked as ours. */
export function cardText(ways: Ways): string {
  return PREFIX + cardCode(ways);
}

/** The ways that a card tells of, scanned or typed; `null` if this is no such card. */
export function readCard(text: string): Ways | null {
  const letters = text.slice(0, 200).toUpperCase().replace(PREFIX, '').replace(/[\s-]/g, '');
  if (letters.length <= LENGTH || letters.length > LONGEST) return null;
  const numbers = Array.from(letters, (letter) => LETTERS.indexOf(letter));
  const last = numbers.pop();
  if (numbers.includes(-1) || last !== check(numbers)) return null;

  let rest = numbers
    .map((number) => bitsOf(number, BITS))
    .join('')
    .slice(2);
  const told = fields.map(({ bits, to }) => {
    const number = Number.parseInt(rest.slice(0, bits), 2);
    rest = rest.slice(bits);
    return to(number);
  });
  return v.parse(WaysSchema, Object.assign({ ...standardWays }, ...told));
}

/** The ways in a square code, if it is one of our cards: any other code says nothing to us. */
export function readSquare(text: string): Ways | null {
  return text.startsWith(PREFIX) ? readCard(text) : null;
}

/** The letters in groups of four, as people read them. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const bitsOf = (number: number, bits: number): string =>
  Math.min(2 ** bits - 1, Math.max(0, number))
    .toString(2)
    .padStart(bits, '0');

/** Every letter weighs an odd number, so that one wrong letter is always noticed. */
const check = (numbers: readonly number[]): number =>
  (7 + numbers.reduce((sum, number, i) => sum + number * (2 * i + 1), 0)) % LETTERS.length;
