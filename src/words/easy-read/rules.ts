import { findListed, hardWords, idioms } from './lists.ts';
import { sentencesOf } from './sentences.ts';

/** The longest sentence that Easy Read allows, and what to aim for. */
export const MOST_WORDS = 15;
export const AIM_WORDS = 10;
const MOST_SENTENCES = 2;

export const rules = [
  'long',
  'longish',
  'sentences',
  'hard',
  'idiom',
  'acronym',
  'short',
  'shout',
  'negatives',
  'negative',
  'percent',
  'decimal',
  'letters',
  'date',
  'time',
  'passive',
  'ideas',
] as const;
export type Rule = (typeof rules)[number];

/** Something in a text that is hard to read. A hint is worth a thought; everything else is against Easy Read. */
export type Finding = {
  rule: Rule;
  at: number;
  text: string;
  instead?: string;
  /** How many words or sentences, where that is what is wrong. */
  count?: number;
  hint: boolean;
};

/** Short names that are read as words, or letter by letter, and that everybody here knows. */
const KNOWN = new Set([
  'I',
  'A',
  'A4',
  'OK',
  'PIN',
  'NHS',
  'QR',
  'TV',
  'CSV',
  'JSON',
  'PDF',
  'MP4',
  'SIL',
  'BSL',
  'DVD',
  'UK',
]);

const NUMBERS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  fifty: '50',
  hundred: '100',
};
const SHORT: Readonly<Record<string, string>> = {
  'e.g.': 'such as',
  'i.e.': 'that is',
  etc: 'and more',
  'etc.': 'and more',
  via: 'by',
  'per cent': '',
  approx: 'about',
  'approx.': 'about',
  asap: 'soon',
  'w/c': 'week of',
  vs: 'or',
  'n/a': '',
  tbc: 'not known yet',
};
const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NOT = /\b(?:not|never|no one|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b/gi;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{2,}ed|given|told|made|done|taken|sent|shown|chosen|known|held|written|seen|put|kept|found|brought|paid|built)\b(?:\s+by\b)?/gi;

type Find = {
  rule: Rule;
  hint?: boolean;
  pattern: RegExp;
  instead?: (found: string) => string;
  not?: (found: string) => boolean;
};

const finds: Find[] = [
  { rule: 'shout', pattern: /!+/g, instead: () => '.' },
  {
    rule: 'percent',
    pattern: /\d[\d.,]*\s?%|%/g,
    instead: (found) => (/^\d+\s?%$/.test(found) ? outOf(Number.parseInt(found, 10)) : ''),
  },
  // In brackets it stands beside the words that it is short for.
  {
    rule: 'acronym',
    pattern: /(?<![\p{L}\p{N}(])[A-Z][A-Z0-9]+s?(?![\p{L}\p{N}])/gu,
    not: (found) => KNOWN.has(found.replace(/s$/, '')),
  },
  {
    rule: 'short',
    pattern:
      /(?<![\p{L}\d])(?:e\.g\.|i\.e\.|etc\.?|via|per cent|approx\.?|asap|w\/c|vs|n\/a|tbc)(?![\p{L}\d])/giu,
    instead: (found) => SHORT[found.toLowerCase()] ?? '',
  },
  {
    rule: 'letters',
    pattern:
      /(?<![\p{L}-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred)(?![\p{L}-])/giu,
    instead: (found) => NUMBERS[found.toLowerCase()] ?? '',
  },
  // Money and times have a point of their own; a number with two points is a place in a list.
  { rule: 'decimal', pattern: /(?<![£$€\d.])\d+\.\d+(?![\d.]|\s?[ap]\.?m)/gi },
  { rule: 'date', pattern: /(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/g },
  {
    rule: 'date',
    pattern: new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)(?: of)? (?:${MONTHS})\\b`, 'gi'),
    instead: (found) => found.replace(/(\d+)(?:st|nd|rd|th)(?: of)?/i, '$1'),
  },
  {
    rule: 'time',
    pattern: /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\.?)?(?!\d)/gi,
    instead: clockTime,
  },
  {
    rule: 'time',
    pattern: /(?<![\d.])\d{1,2}(?:\.\d\d)?(?:\s[ap]\.?m\b\.?|[ap]\.m\.?)/gi,
    instead: (found) => found.replace(/[\s.]*([ap])\.?m\.?$/i, '$1m'),
  },
  { rule: 'passive', hint: true, pattern: PASSIVE },
];

/** Everything in `text` that makes it harder to read, in the order in which it stands there. Pure. */
export function check(text: string): Finding[] {
  const sentences = sentencesOf(text);
  const found: Finding[] = [
    ...findListed(text, idioms).map((one) => ({ ...one, rule: 'idiom' as const, hint: false })),
    ...findListed(text, hardWords())
      .filter((one) => !isName(text, one))
      .map((one) => ({ ...one, rule: 'hard' as const, hint: false })),
    ...finds.flatMap((find) => matches(text, find)),
    ...sentences.flatMap(ofSentence),
  ];
  // What stands before a colon is read on its own, but it is not a sentence more.
  const count = sentences.filter((one) => !one.text.endsWith(':')).length;
  if (count > MOST_SENTENCES) found.push({ rule: 'sentences', at: 0, text, count, hint: false });
  return found
    .filter((one) => !found.some((other) => other.rule === 'idiom' && other !== one && isWithin(one, other)))
    .toSorted((a, b) => a.at - b.at || rules.indexOf(a.rule) - rules.indexOf(b.rule));
}

/** `text` with what was found replaced by what is offered instead. */
export function replaced(text: string, { at, text: found, instead = '' }: Finding): string {
  return text.slice(at, at + found.length) === found
    ? text.slice(0, at) + instead + text.slice(at + found.length)
    : text;
}

function matches(text: string, { rule, pattern, instead, not, hint = false }: Find): Finding[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !not?.(match[0]))
    .map((match) => {
      const offered = instead?.(match[0]) ?? '';
      return { rule, at: match.index, text: match[0], hint, ...(offered ? { instead: offered } : {}) };
    });
}

function ofSentence({ at, text, words }: { at: number; text: string; words: number }): Finding[] {
  const found: Finding[] = [];
  if (words > MOST_WORDS) found.push({ rule: 'long', at, text, count: words, hint: false });
  else if (words > AIM_WORDS) found.push({ rule: 'longish', at, text, count: words, hint: true });
  const not = text.match(NOT) ?? [];
  if (not.length > 1 && words > 4)
    found.push({ rule: 'negatives', at, text, count: not.length, hint: false });
  else if (not.length > 0)
    found.push({ rule: 'negative', at: at + text.search(NOT), text: not[0] ?? '', hint: true });
  if (
    words > AIM_WORDS - 2 &&
    /(?:,| )(?:and|but|or|because|so|which|although|while) (?:\w+ ){2,}/i.test(text)
  ) {
    found.push({ rule: 'ideas', at, text, hint: true });
  }
  return found;
}

/** A capital within a sentence makes a name of a word: "the group Involve". */
const isName = (text: string, { at, text: found }: { at: number; text: string }): boolean =>
  /^\p{Lu}/u.test(found) && /[\p{L}\p{N},] $/u.test(text.slice(0, at));

const isWithin = (one: Finding, other: Finding): boolean =>
  (one.rule === 'hard' || one.rule === 'short') &&
  one.at >= other.at &&
  one.at + one.text.length <= other.at + other.text.length;

/** "80%" as "8 of 10 people" would say it. */
function outOf(percent: number): string {
  if (percent % 10 === 0 && percent <= 100) return `${percent / 10} of 10`;
  return percent <= 100 ? `${percent} of 100` : '';
}

/** "14:30" as "2.30pm". */
function clockTime(found: string): string {
  const [, hours = '', minutes = '', half = ''] = /^(\d+):(\d\d)\s?([ap]?)/i.exec(found) ?? [];
  const hour = Number(hours);
  const after = half ? half.toLowerCase() === 'p' : hour >= 12;
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minutes === '00' ? '' : `.${minutes}`}${after ? 'pm' : 'am'}`;
}
