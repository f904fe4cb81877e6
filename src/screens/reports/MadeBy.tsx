import { Fragment } from 'react';
import { dayInWords, today } from '#words/days.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Report } from '#report/report.ts';
import type { About } from '#workshop/changes.ts';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { checkedOnPaper } from '../own-words/checked.ts';
import { say as sayWords } from '../own-words/words.ts';
import { say } from './words.ts';

/** Paper lasts, so its days always say their year. */
export const longDay = (day: string): string => dayInWords(day, '');
export const dayOf = (at: number): string => (at > 0 ? longDay(today(new Date(at))) : '');

type Props = {
  about: About;
  finishedAt?: number;
  wording: Report['wording'];
  credits: readonly string[];
  more?: readonly Phrase[];
};

/** Who, when, and how far it goes. What was written after the end has no time of its own: the day of printing has. */
export function MadeBy({ about, finishedAt = 0, wording, credits, more = [] }: Props) {
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
        {credits.map((credit) => (
          <Fragment key={credit}>
            <br />
            {credit}
          </Fragment>
        ))}
        <Wording lines={[...wordingLines(wording), ...more]} />
      </p>
    </footer>
  );
}

/** Who checked the words, the group's own words, and what has no Easy Read or picture, and why. */
export function wordingLines({ checked, own, leftOut }: Report['wording']): Phrase[] {
  return [
    checkedOnPaper(checked),
    ...own.map(({ word, instead }) => sayWords('row', { word, instead })),
    ...leftOut.map(({ reason, count }) => sayWords('leftOut', { reason, count })),
  ];
}

function Wording({ lines }: { lines: readonly Phrase[] }) {
  const words = useSaid();
  return lines.map((line) => (
    <Fragment key={line.plain}>
      <br />
      {words(line)}
    </Fragment>
  ));
}
