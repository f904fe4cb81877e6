import type { Phrase } from '#workshop/phrase.ts';
import type { Counts, Shown } from '#sync/hub/shown.ts';
import { dayInWords, timeInWords, today } from '#words/days.ts';
import { joined } from '../joined.ts';
import { say } from './words.ts';

/** How one workshop stands, in a line: two numbers, and what they come to. Nothing is all in while answers are open. */
export function lineOf(counts: Counts, { open }: Pick<Shown, 'open'>): Phrase {
  const { here, office, files } = counts;
  const numbers = say('counts', { here, office });
  if (here > office) return joined(numbers, say('toHandIn', { count: here - office }));
  if (files > 0) return joined(numbers, say('filesToHandIn', { count: files }));
  return open ? numbers : joined(numbers, say('allIn'));
}

/** All workshops of the tablet together. */
export function together(counts: Readonly<Record<string, Counts>>): Counts {
  const all = { here: 0, office: 0, files: 0 };
  for (const { here, office, files } of Object.values(counts)) {
    all.here += here;
    all.office += office;
    all.files += files;
  }
  return all;
}

/** What the numbers mean for whoever has to bring the tablet back. Only `done` says that it can go. */
export function meaningOf(
  all: Counts,
  { done, open, state }: Pick<Shown, 'done' | 'open' | 'state'>,
): Phrase[] {
  const left = leftOf(all);
  // Nothing goes by itself any more. What to do about it stands in the notice above.
  if (state === 'revoked' || state === 'unknown') return [left ?? say(open ? 'notYet' : 'allIn')];
  if (left) return [left, say('byItself')];
  if (done) return [say('canGoBack')];
  // Something was kept a moment ago, and the numbers are of before.
  return [say(open ? 'notYet' : 'checking')];
}

function leftOf({ here, office, files }: Counts): Phrase | undefined {
  if (here > office) return say('left', { count: here - office });
  return files > 0 ? say('filesLeft', { count: files }) : undefined;
}

/** Whether the office can be reached, and when it last answered. */
export function reachOf({ reach, lastAt }: Pick<Shown, 'reach' | 'lastAt'>): Phrase {
  if (reach === 'looking') return say('looking');
  if (reach === 'in-touch') return say('inTouch');
  if (lastAt === 0) return say('away');
  const at = new Date(lastAt);
  return joined(say('away'), say('lastTime', { time: timeInWords(at), day: dayInWords(today(at)) }));
}
