import type { CarriedOver, Outcome } from '#workshop/follow.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { longDay } from '../reports/MadeBy.tsx';
import { say as sayReports } from '../reports/words.ts';
import { joined, naming } from '../joined.ts';
import { say } from './words.ts';

/** What became of something, in one sentence: what is not done always says why. */
export function outcomeWords({ how, words }: Outcome): Phrase {
  if (how === 'open') return say('stillOpen');
  if (how === 'not-done') return naming((why) => say('notDoneWhy', { why }), words);
  return words.plain || words.easy ? naming((what) => say('doneWith', { what }), words) : say('done');
}

/** "Ann, by Friday 1 June 2030." and whether it is decided; `undefined` where nobody said any of it. */
export function whoAndWhen({
  who,
  by,
  as = '',
}: {
  who: string;
  by: string;
  as?: string;
}): Phrase | undefined {
  const day = longDay(by);
  const rows = [
    who ? (day ? sayReports('whoBy', { who, by: day }) : sayReports('who', { who })) : undefined,
    !who && day ? sayReports('by', { by: day }) : undefined,
    as === 'decision' || as === 'suggestion' ? sentence(say(as)) : undefined,
  ].filter((row) => row !== undefined);
  return rows.length > 0 ? joined(...rows) : undefined;
}

const sentence = (phrase: Phrase): Phrase => ({
  ...phrase,
  plain: `${phrase.plain}.`,
  easy: `${phrase.easy}.`,
});

/** With a picture of its own, or with that of what it is: on paper and for who does not read every row has one. */
export function pictured(phrase: Phrase, symbol: string): Phrase {
  return phrase.symbol ? phrase : { ...phrase, symbol };
}

/** What of a row was drawn, photographed, spoken or said with pictures. */
export function rowOf({
  symbols,
  drawing,
  photo,
  voice,
}: Pick<CarriedOver, 'symbols' | 'drawing' | 'photo' | 'voice'>) {
  return {
    ...(symbols ? { symbols } : {}),
    ...(drawing ? { drawing } : {}),
    ...(photo ? { photo } : {}),
    ...(voice ? { voice } : {}),
  };
}
