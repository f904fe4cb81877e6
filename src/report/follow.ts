import type { Keeping, PledgeOutcome, Source, Will } from '#workshop/follow-changes.ts';
import type { Outcome } from '#workshop/follow.ts';
import { heardLines, outcomesOf, type Room } from '#workshop/heard.ts';
import { keepingOf } from '#workshop/keep-until.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { lastTime, seriesOf } from '#workshop/series.ts';
import { themesOf } from '#workshop/themes.ts';
import type { Workshop } from '#workshop/workshop.ts';

export type LineReport = {
  /** Two or more where two tablets wrote it at once, and nobody has chosen yet. */
  words: Phrase[];
  sources: Source[];
  room: Room;
  /** What the room said instead of the words that stand there now. */
  corrections: string[];
  wills: (Will & { outcomes: Outcome[] })[];
  /** Why nothing can be done. */
  cannot: Phrase | undefined;
};

/** What was promised in an earlier session, and what became of it. */
export type PromiseReport = {
  heard: Phrase | undefined;
  words: Phrase;
  who: string;
  by: string;
  as: 'will' | 'action';
  from: Source & { workshop: string };
  outcomes: Outcome[];
};

export type BroughtReport = { row: Row; by: string; from: Source & { workshop: string } };
export type PledgeReport = BroughtReport & { lookedAt: { how: PledgeOutcome; words: string }[] };

/** What was said afterwards, and between one session and the next. */
export type FollowReport = {
  lines: LineReport[];
  lastTime: PromiseReport[];
  pledges: PledgeReport[];
  notes: BroughtReport[];
  /** What became of the actions of this workshop, by their ids. */
  actions: Record<string, Outcome[]>;
  series: string;
  themes: string[];
  keeping: Keeping | undefined;
};

/** What the journal tells of it. */
export function followReport(workshop: Workshop): FollowReport {
  const { follow } = workshop;
  const brought = lastTime(follow);
  const row = ({ words, symbols, drawing, photo, voice }: (typeof brought)[number]): Row => ({
    phrase: words,
    ...(symbols ? { symbols } : {}),
    ...(drawing ? { drawing } : {}),
    ...(photo ? { photo } : {}),
    ...(voice ? { voice } : {}),
  });
  return {
    lines: heardLines(follow).map(({ versions, room, corrections, promises, cannot }) => ({
      words: versions.heads.map(({ value }) => value.words),
      sources: versions.heads.flatMap(({ value }) => value.sources),
      room,
      corrections: corrections.filter(({ since }) => !since).map(({ words }) => words),
      wills: promises.flatMap(({ wills, outcomes }) =>
        wills.heads.map(({ value }) => ({ ...value, outcomes })),
      ),
      cannot: cannot?.words,
    })),
    lastTime: brought.flatMap(({ id, as, words, heard, who, by, from }): PromiseReport[] =>
      as === 'will' || as === 'action'
        ? [{ heard, words, who, by, as, from, outcomes: outcomesOf(follow, id) }]
        : [],
    ),
    pledges: brought
      .filter(({ as }) => as === 'pledge')
      .map((one) => ({
        row: row(one),
        by: one.who,
        from: one.from,
        lookedAt: (follow.lookedAt[one.id] ?? []).map(({ how, words }) => ({ how, words })),
      })),
    notes: brought
      .filter(({ as }) => as === 'note')
      .map((one) => ({ row: row(one), by: one.who, from: one.from })),
    actions: Object.fromEntries(workshop.actions.map(({ id }) => [id, outcomesOf(follow, id)])),
    series: seriesOf(workshop)?.name ?? '',
    themes: themesOf(workshop),
    keeping: keepingOf(workshop),
  };
}
