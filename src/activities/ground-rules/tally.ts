import type { Phrase } from '#workshop/phrase.ts';
import type { Kept, Rule, Tally } from './model.ts';
import { say } from './words.ts';

const counted = (
  key: 'agree' | 'notSure' | 'disagree' | 'keptYes' | 'keptPartly' | 'keptNo',
  count: number,
): Phrase => (count === 0 ? say(`${key}Nobody`) : say(`${key}Count`, { count }));

/** What the room says of a rule, as words: "7 agree, 1 is not sure, nobody disagrees." */
export function tallyInWords(tally: Tally): Phrase {
  if (tally.agree + tally['not-sure'] + tally.disagree === 0) return say('tallyNone');
  return sentence('tally', {
    agree: counted('agree', tally.agree),
    notSure: counted('notSure', tally['not-sure']),
    disagree: counted('disagree', tally.disagree),
  });
}

/** Whether a rule was kept, as words; `undefined` before anyone has said. */
export function keptInWords(kept: Kept): Phrase | undefined {
  if (kept.yes + kept.partly + kept.no === 0) return undefined;
  return sentence('keptTally', {
    yes: counted('keptYes', kept.yes),
    partly: counted('keptPartly', kept.partly),
    no: counted('keptNo', kept.no),
  });
}

/** Did somebody agree, and nobody doubt? Such rules can be adopted together. */
export function everyoneAgrees({ standing, tally }: Rule): boolean {
  return standing === 'open' && tally.agree > 0 && tally['not-sure'] === 0 && tally.disagree === 0;
}

/** A sentence whose parts are phrases themselves, each filled in as it reads in that way. */
function sentence(key: 'tally' | 'keptTally', parts: Record<string, Phrase>): Phrase {
  const read = (way: 'plain' | 'easy'): Record<string, string> =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[way]]));
  return { ...say(key, read('plain')), easy: say(key, read('easy')).easy };
}
