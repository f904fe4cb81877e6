import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { dayInWords, today } from '#words/days.ts';
import { joined } from '../joined.ts';
import { say } from './words.ts';

export type Listed = { id: string; replay: Replay };

/** What a workshop is called; one without a name says so. */
export function titleOf({ workshop }: Replay): Phrase {
  const { title } = aboutOf(workshop);
  if (!title.plain.trim() && !title.easy.trim()) return say('untitled');
  return { ...title, symbol: title.symbol || 'workshop' };
}

/** The second line of a workshop's row: its day, how far it is, how much it holds. */
export function lineOf({ workshop }: Replay, now: string = today()): Phrase {
  const { date } = aboutOf(workshop);
  const words = dayInWords(date, now);
  const parts = agenda(workshop);
  const day = words ? [say(date === now ? 'today' : 'on', { day: words })] : [];
  const here = workshop.here > 0 ? [say('took', { count: workshop.here })] : [];
  if (workshop.status === 'finished') return joined(say('finished'), ...here, ...day);
  if (workshop.status === 'running') {
    const n = parts.findIndex((part) => part.id === workshop.now) + 1;
    return joined(say('running', { n: Math.max(1, n), of: parts.length }), ...day);
  }
  return joined(...day, say('preparing'), say('parts', { count: parts.length }));
}

const goesOn = { preparing: 'prepare', running: 'lead', finished: 'report' } as const;

/** Where a tap on a workshop goes: to what comes next for it. */
export function addressOf({ id, replay }: Listed): string {
  return `/workshop/${id}/${goesOn[replay.workshop.status]}`;
}

/** Those that are not deleted: what runs first, then the newest. */
export function inOrder(list: readonly Listed[]): Listed[] {
  const running = ({ replay }: Listed): number => (replay.workshop.status === 'running' ? 0 : 1);
  return list
    .filter(({ replay }) => replay.workshop.deletedAt === 0)
    .toSorted((a, b) => running(a) - running(b) || b.replay.workshop.madeAt - a.replay.workshop.madeAt);
}

/** Deleted ones, the last deleted first. */
export function deletedOnes(list: readonly Listed[]): Listed[] {
  return list
    .filter(({ replay }) => replay.workshop.deletedAt > 0)
    .toSorted((a, b) => b.replay.workshop.deletedAt - a.replay.workshop.deletedAt);
}
