/** Past forms that do not end in -ed, and verbs whose last letter is doubled. */
const PAST: Readonly<Record<string, string>> = {
  build: 'built',
  buy: 'bought',
  choose: 'chose',
  come: 'came',
  deal: 'dealt',
  do: 'did',
  find: 'found',
  get: 'got',
  give: 'gave',
  go: 'went',
  have: 'had',
  keep: 'kept',
  leave: 'left',
  let: 'let',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  picture: 'pictured',
  put: 'put',
  say: 'said',
  send: 'sent',
  set: 'set',
  show: 'showed',
  speak: 'spoke',
  speed: 'sped',
  take: 'took',
  tell: 'told',
  think: 'thought',
  understand: 'understood',
};
const DOUBLED = /^(stop|plan|let|get|put|set|cut|refer|occur|permit|submit|omit|transfer|transmit|embed)$/;

const onFirst = (words: string, change: (word: string) => string): string =>
  words.replace(/^\S+/, (word) => change(word));

/** "help with" as "helps with". */
export function withS(verb: string): string {
  return onFirst(verb, (word) => {
    if (word === 'have') return 'has';
    if (/(s|x|z|ch|sh|o)$/.test(word)) return `${word}es`;
    return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
  });
}

/** "help with" as "helping with". */
export function withIng(verb: string): string {
  return onFirst(verb, (word) => {
    if (DOUBLED.test(word)) return `${word}${word.slice(-1)}ing`;
    return /[^eoy]e$/.test(word) ? `${word.slice(0, -1)}ing` : `${word}ing`;
  });
}

/** "help with" as "helped with". */
export function past(verb: string): string {
  return onFirst(verb, (word) => {
    const own = Object.hasOwn(PAST, word) ? PAST[word] : undefined;
    if (own !== undefined) return own;
    if (DOUBLED.test(word)) return `${word}${word.slice(-1)}ed`;
    if (word.endsWith('e')) return `${word}d`;
    return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
  });
}

const PLURALS: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  criterion: 'criteria',
};
/** Words that are never counted have no plural of their own. */
const UNCOUNTED =
  /(ing|ness|care|work|staff|people|equipment|money|information|support|help|power|advice|health|fun)$/i;

/** Several of something: the last word of it, or the one before "who", "of" and the like, takes the ending. */
export function plural(noun: string): string {
  const [, first = noun, rest = ''] =
    /^(.*?)((?: (?:who|of|that|for|to|with|in|at|by)\b.*)?)$/s.exec(noun) ?? [];
  return first.replace(/[\p{L}’'-]+$/u, (word) => pluralWord(word)) + rest;
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  const own = Object.hasOwn(PLURALS, lower) ? PLURALS[lower] : undefined;
  if (own !== undefined) return word[0] === lower[0] ? own : own[0]?.toUpperCase() + own.slice(1);
  if (UNCOUNTED.test(word) || /[^s]s$/i.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
