import { openActivity, type Opened } from '#activities/open.ts';
import type { About } from '#workshop/changes.ts';
import { followReport, type FollowReport } from './follow.ts';
import type { OwnWord } from '#workshop/own-words.ts';
import { missing, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import type { Section } from '#workshop/section.ts';
import {
  aboutOf,
  agenda,
  noPapers,
  type Action,
  type Checked,
  type LeftOut,
  type Papers,
} from '#workshop/workshop.ts';

export type Part = {
  activity: string;
  kind: string;
  section: Section | null;
  /** Why there is no section: answers still hidden, or made by a newer app. */
  why: 'hidden' | 'newer' | '';
  turns: { taken: number; passed: number };
  helped: { alone: number; 'with-help': number; 'for-them': number } | null;
  /** What of it came on paper, and was typed in. */
  papers: Papers;
  notes: string[];
};

/** A whole workshop to read, print and hand on. Wall times are only for reading. */
export type Report = {
  about: About;
  here: number;
  startedAt: number;
  finishedAt: number;
  rules: Phrase[];
  parts: Part[];
  notes: string[];
  actions: Action[];
  newer: number;
  /** How its words came about: who checked them, the group's own words, and what was left out, and why. */
  wording: { checked: Checked | null; own: OwnWord[]; leftOut: LeftOut[] };
  /** What we heard and will do, what became of last time, its series, themes and keeping date. */
  follow: FollowReport;
};

/** Makes the report from what the journal tells. Nothing in it depends on the order in which people came. */
export function makeReport(replay: Replay): Report {
  const { workshop } = replay;
  const parts = agenda(workshop).map((activity): Part => {
    const opened = openActivity(replay, activity.id);
    const notes = workshop.notes.filter((note) => note.activity === activity.id).map((note) => note.text);
    const turns = workshop.turns[activity.id] ?? { taken: 0, passed: 0 };
    const helped = workshop.help[activity.id] ?? null;
    const papers = workshop.papers[activity.id] ?? noPapers;
    const shared = { activity: activity.id, kind: activity.kind, turns, helped, papers, notes };
    if (!opened) return { ...shared, section: null, why: 'newer' };
    const { kind, setup, state, room } = opened;
    if (isHidden(replay, opened)) {
      return { ...shared, section: { ...emptySection, heading: kind.heading(setup) }, why: 'hidden' };
    }
    return { ...shared, section: kind.report(setup, state, room), why: '' };
  });
  const rules = agenda(workshop).flatMap((activity) => {
    const opened = openActivity(replay, activity.id);
    return opened?.kind.rules?.(opened.setup, opened.state) ?? [];
  });
  return {
    about: aboutOf(workshop),
    here: workshop.here,
    startedAt: workshop.startedAt,
    finishedAt: workshop.finishedAt,
    rules,
    parts,
    notes: workshop.notes.filter((note) => note.activity === '').map((note) => note.text),
    actions: workshop.actions,
    newer: replay.newer,
    wording: { checked: workshop.checked, own: workshop.ownWords, leftOut: leftOutOf(replay) },
    follow: followReport(workshop),
  };
}

/** What has no Easy Read or picture on purpose: text by text, and what was said of the rest at the start. */
function leftOutOf(replay: Replay): LeftOut[] {
  const reasons = agenda(replay.workshop).flatMap(({ id }) => {
    const opened = openActivity(replay, id);
    const phrases = opened ? opened.kind.phrases(opened.setup) : [];
    return phrases.flatMap((phrase) => (missing(phrase).length > 0 && phrase.reason?.trim()) || []);
  });
  const one = [...new Set(reasons)].map((reason) => {
    return { reason, count: reasons.filter((other) => other === reason).length };
  });
  return [...one, ...replay.workshop.leftOut];
}

const emptySection: Section = {
  heading: { plain: '', easy: '', symbol: '' },
  blocks: [],
  table: { columns: [], rows: [] },
};

/** Answers that the room has not seen stay out of the report until the workshop is over; sealed ones until shown. */
function isHidden(replay: Replay, { kind, setup, activity }: Opened): boolean {
  if (!kind.hides(setup) || replay.workshop.shown.includes(activity.id)) return false;
  return replay.workshop.status !== 'finished' || kind.round(setup) === 'sealed';
}
