import { MIN_PASSWORD } from '#wire/door.ts';

// The words that long passwords of lists of leaked ones are mostly made of, and the rows of a keyboard.
const COMMON =
  'password passwort letmein welcome qwerty qwertyuiop asdfghjkl zxcvbnm azerty iloveyou monkey dragon football baseball liverpool chelsea arsenal manchester united everton rangers celtic sunshine princess superman batman starwars pokemon master shadow michael jennifer charlie jordan login admin administrator changeme default secret access trustno computer internet whatever hello summer winter spring autumn monday friday january february march april june july august september october november december london england britain wales scotland council office workshop cuppa coproduction abcdefghijklmnopqrstuvwxyz abc qaz wsx edc'.split(
    ' ',
  );

/**
 * Would a stranger try it early? It is, once digits and signs are left out, nothing but words that are in every
 * list, a run or a repeat; or it is made of the person's own name.
 */
export function isWeak(password: string, own: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (Array.from(text).length < MIN_PASSWORD) return true;
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6}?)\1+.{0,5}$/u.test(text)) return true;
  const names = own
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((one) => one.length > 2);
  let left = readable(text);
  for (const word of [...names.map(readable), ...COMMON].toSorted((a, b) => b.length - a.length)) {
    left = left.replaceAll(word, '');
  }
  return left.length < 4;
}

/** Letters alone, with the figures that people put for them. */
function readable(text: string): string {
  const figures: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'l',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  const swapped = text.replace(/[013457@$!](?=\p{L})/gu, (figure) => figures[figure] ?? figure);
  return swapped.replace(/[^\p{L}]/gu, '');
}
