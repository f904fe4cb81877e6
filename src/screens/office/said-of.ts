import type { Listed } from '#wire/office.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { dayInWords, timeInWords, today } from '#words/days.ts';
import { say as sayFollow } from '../follow/words.ts';
import { joined } from '../joined.ts';
import { say as sayHome } from '../home/words.ts';
import { say } from './words.ts';

/** What a workshop is called; one without a name says so. */
export function titleOf({ title }: Pick<Listed, 'title'>): Phrase {
  if (!title.plain.trim() && !title.easy.trim()) return sayHome('untitled');
  return { ...title, symbol: title.symbol || 'workshop' };
}

/** The line beneath: when, where, and how far it is. */
export function lineOf({ date, where, state, people }: Listed, now: string = today()): Phrase {
  const day = dayInWords(date, now);
  const on = day ? [sayHome(date === now ? 'today' : 'on', { day })] : [];
  const at = where.trim() ? [say('at', { where: where.trim() })] : [];
  const took = people > 0 && state !== 'preparing' ? [sayHome('took', { count: people })] : [];
  return joined(...on, ...at, say(state), ...took);
}

/** Which series it belongs to, and what it is about; each only where somebody has said so. */
export function aboutOf({ series, themes }: Pick<Listed, 'series' | 'themes'>): Phrase[] {
  const name = series?.name.trim() ?? '';
  const some = themes.filter((theme) => theme.trim() !== '');
  return [
    ...(name ? [say('inSeries', { what: name })] : []),
    ...(some.length > 0 ? [sayFollow('themesOf', { what: some.join(', ') })] : []),
  ];
}

/** Has everything come in? '' where there is nothing to say yet. */
export function handedOf({ entries, waiting, missing, state }: Listed): Phrase | undefined {
  if (waiting > 0) return say('waiting', { count: waiting });
  if (missing > 0) return say('missing', { count: missing });
  return state === 'finished' && entries > 0 ? say('allIn') : undefined;
}

/** A moment of the hub's clock: "Tuesday 3 March, 2.05pm". */
export function momentInWords(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return `${dayInWords(today(at))}, ${timeInWords(at)}`;
}
