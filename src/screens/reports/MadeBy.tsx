import { dayInWords, today } from '#words/days.ts';
import type { About } from '#workshop/changes.ts';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/** Paper lasts, so its days always say their year. */
export const longDay = (day: string): string => dayInWords(day, '');
export const dayOf = (at: number): string => (at > 0 ? longDay(today(new Date(at))) : '');

/** Who, when, and how far it goes. What was written after the end has no time of its own: the day of printing has. */
export function MadeBy({ about, finishedAt = 0 }: { about: About; finishedAt?: number }) {
  const words = useSaid();
  const finished = dayOf(finishedAt);
  return (
    <footer className="paper-foot">
      <Logo />
      <p>
        {words(say('madeBy', { who: about.ledBy || words(say('leaders')) }))}
        {finished && ` ${words(say('finishedOn', { date: finished }))}`}
        <br />
        {words(say('updated', { date: longDay(today()) }))}
        <br />
        {words(say('credit'))}
      </p>
    </footer>
  );
}
