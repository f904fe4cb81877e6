import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { dayInWords, timeInWords, today } from '#words/days.ts';
import { sinceCopy, type Copy } from './copies.ts';
import { say } from './words.ts';

/** When the last copy was saved. */
export function lastCopy(copy: Pick<Copy, 'at'> | null): Phrase {
  if (!copy) return say('copyNone');
  const at = new Date(copy.at);
  const time = timeInWords(at);
  return today(at) === today()
    ? say('copyToday', { time })
    : say('copyOn', { time, day: dayInWords(today(at)) });
}

/** How much has come since: people where there were any, for a change of the plan says little. */
export function sinceThen(replay: Replay, copy: Copy | null): Phrase {
  const { turns, changes } = sinceCopy(replay, copy);
  if (changes === 0) return say('copySame');
  const [people, other] = copy
    ? (['sinceTurns', 'sinceChanges'] as const)
    : (['allTurns', 'allChanges'] as const);
  return turns > 0 ? say(people, { count: turns }) : say(other, { count: changes });
}
