import { openActivity } from '#activities/open.ts';
import { findKind } from '#activities/kinds.ts';
import { makeReport, type Part } from '#report/report.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Carried } from '#workshop/follow-changes.ts';
import { heardLines, type HeardLine } from '#workshop/heard.ts';
import { keepingOf } from '#workshop/keep-until.ts';
import { emptyPhrase, type Phrase } from '#workshop/phrase.ts';
import { replayAll, type Replay } from '#workshop/replay.ts';
import { lastTime, seriesOf } from '#workshop/series.ts';
import { themesOf } from '#workshop/themes.ts';
import type { Found, Listed } from '#wire/office.ts';
import { unitsOf, type Unit } from './units.ts';

/** One row of an activity's table, in words. `entry` is '' where no entry is to be known. */
export type Answer = {
  activity: string;
  row: number;
  kind: string;
  question: string;
  words: string;
  theme: string;
  entry: string;
  hidden: boolean;
  sealed: boolean;
};

/** Words that can be looked for, and where they stood. */
export type Said = Omit<Found, 'pieces'> & { words: string };

/** What the office is told of one workshop. */
export type Interpreted = {
  facts: Omit<Listed, 'workshop' | 'upToDate' | 'waiting'>;
  answers: Answer[];
  units: Unit[];
  said: Said[];
};

/** Reads a workshop from all of its entries. What this version cannot read is left out, and counted. */
export function interpret(entries: readonly Entry[]): Interpreted {
  const replay = replayAll(entries, findKind);
  const { workshop } = replay;
  const report = makeReport(replay);
  const ids = new Set(entries.map(({ id }) => id));
  const parts = report.parts.map((part) => told(replay, part, ids));
  const { about } = report;
  const series = seriesOf(workshop);
  return {
    facts: {
      title: cleanPhrase(about.title),
      date: clean(about.date),
      where: clean(about.where.trim()),
      ledBy: clean(about.ledBy.trim()),
      state: workshop.status,
      deleted: workshop.deletedAt > 0,
      people: report.here,
      activities: report.parts.length,
      themes: themesOf(workshop).map(clean),
      series: series ? { id: clean(series.series), name: clean(series.name) } : null,
      keepUntil: keepingOf(workshop)?.until ?? '',
      entries: entries.length,
      missing: missingFrom(entries),
      unread: replay.newer + Object.values(replay.activities).reduce((sum, { newer }) => sum + newer, 0),
    },
    answers: parts.flatMap(({ answers }) => answers),
    units: parts.flatMap(({ units }) => units),
    said: [
      ...besides('workshop', [about.title.plain || about.title.easy]),
      ...parts.flatMap(({ said }) => said),
      ...besides('note', report.notes),
      ...besides('follow', followed(heardLines(workshop.follow))),
      ...besides('follow', lastTime(workshop.follow).flatMap(brought)),
      ...besides('action', report.actions.map(named)),
    ].filter(({ words }) => words.trim() !== ''),
  };
}

/** What was heard, what the room said of it, what will be done and what became of that: all of it can be looked for. */
function followed(lines: readonly HeardLine[]): string[] {
  return lines.flatMap(({ versions, corrections, promises, cannot }) => {
    const wills = promises.flatMap(({ wills: { heads } }) => heads.map(({ value }) => value));
    const phrases = [
      ...versions.heads.map(({ value }) => value.words),
      ...promises.flatMap(({ outcomes }) => outcomes.map((one) => one.words)),
      ...(cannot ? [cannot.words] : []),
    ];
    return [
      ...phrases.map(wordsOf),
      ...wills.map(({ what, who }) => named({ what: wordsOf(what), who })),
      ...corrections.map(({ words }) => words),
    ];
  });
}

/** A session says again what it was brought from an earlier one. */
const brought = ({ words, heard, who }: Carried): string[] => [
  named({ what: wordsOf(words), who }),
  ...(heard ? [wordsOf(heard)] : []),
];

const wordsOf = ({ plain, easy }: Phrase): string => plain || easy;

const named = ({ what, who }: { what: string; who: string }): string => joined([what, who]);

const joined = (words: readonly string[]): string => words.filter(Boolean).join(' · ');

type Told = { answers: Answer[]; units: Unit[]; said: Said[] };

function told(replay: Replay, part: Part, ids: ReadonlySet<string>): Told {
  const { activity, kind, section, notes } = part;
  const opened = openActivity(replay, activity);
  const sealed = opened?.kind.round(opened.setup) === 'sealed';
  // What is sealed is told once it was shown, whatever else is set up.
  const isOpen = part.why === '' && (!sealed || replay.workshop.shown.includes(activity));
  const heading = cleanPhrase(section?.heading ?? emptyPhrase);
  const question = heading.plain || heading.easy;
  const table = isOpen ? section?.table : undefined;
  const means = table?.means;
  const at = (name: string | undefined): number =>
    name === undefined ? -1 : (table?.columns.indexOf(name) ?? -1);
  const cell = (row: readonly (string | number)[], name: string | undefined): string =>
    clean(String(row[at(name)] ?? ''));
  const rows =
    !table || !means
      ? []
      : table.rows.map((row, number): { answer: Answer; name: string } => {
          const entry = cell(row, means.entry);
          return {
            answer: {
              activity,
              row: number + 1,
              kind: clean(kind),
              question,
              words: joined(means.words.map((name) => cell(row, name))),
              theme: cell(row, means.theme),
              entry: !sealed && ids.has(entry) ? entry : '',
              hidden: ['yes', 'hidden'].includes(cell(row, means.hidden)),
              sealed,
            },
            name: cell(row, means.name),
          };
        });
  const answers = rows.map(({ answer }) => answer).filter(({ words }) => words !== '');
  const here = { activity, heading, kind: clean(kind) };
  return {
    // What could be chosen is counted below; here stands what people said themselves.
    answers: means?.chosen ? [] : answers,
    units: table && means ? unitsOf({ activity, kind: clean(kind), question, sealed }, table, means) : [],
    said: [
      { ...here, as: 'question', entry: '', hidden: false, words: question },
      // By their name somebody is found who asks what is kept of them, also where they only drew.
      ...rows.map(({ answer: { words, entry, hidden }, name }): Said => {
        const as = means?.chosen ? 'question' : 'answer';
        return { ...here, as, entry, hidden, words: joined([words, name]) };
      }),
      ...besides('note', notes).map((note) => ({ ...note, ...here })),
    ],
  };
}

function besides(as: Said['as'], texts: readonly string[]): Said[] {
  return texts.map((text) => {
    return { as, activity: '', heading: emptyPhrase, kind: '', entry: '', hidden: false, words: clean(text) };
  });
}

/** Entries that later ones of the same tablet say there must be. */
function missingFrom(entries: readonly Entry[]): number {
  const byTablet = Map.groupBy(entries, ({ tablet }) => tablet);
  return [...byTablet.values()].reduce((sum, some) => {
    const places = new Set(some.map(({ place }) => place));
    const last = some.reduce((most, { place }) => Math.max(most, place), 0);
    return sum + Math.max(0, last - places.size);
  }, 0);
}

function cleanPhrase({ plain, easy, symbol }: Phrase): Phrase {
  return { plain: clean(plain), easy: clean(easy), symbol: clean(symbol) };
}

/** Text as both databases can keep it: PostgreSQL knows no zero character, and neither knows half a pair. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
