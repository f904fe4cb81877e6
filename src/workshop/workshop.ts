import type { About, Card, Change, Control, Help, Invite } from './changes.ts';
import { isFollowChange } from './follow-changes.ts';
import { applyFollow, newFollow, type Follow } from './follow.ts';
import { withoutWord, withWord, type Explained, type OwnWord } from './own-words.ts';
import { withoutFilm, withoutPrompt, withPrompt, type Spoken } from './prompts.ts';
import { current, edited, noVersions, type Versions } from './versions.ts';

export type Activity = { id: string; kind: string; rank: string; removed: boolean; setup: Versions<unknown> };
export type Turns = { taken: number; passed: number };
/** What came on paper: how many sheets, the entries that they became, and photos of sheets that were kept. */
export type Papers = { count: number; answers: string[]; photos: string[] };
export type Timer = { activity: string; minutes: number; at: number };
/** Why texts were left without Easy Read or a picture when it started, and how many they were. */
export type LeftOut = { reason: string; count: number };
/** Who checked the words, and when; `changed` once words were written after that. */
export type Checked = { by: string; on: string; changed: boolean };
export type LeadersNote = { id: string; activity: string; text: string };
export type Action = { id: string; what: string; who: string; by: string };

/** A workshop as its journal tells it. Plain data: it is kept as a snapshot. */
export type Workshop = Spoken & {
  template: string;
  madeAt: number;
  about: Versions<About>;
  activities: Record<string, Activity>;
  here: number;
  status: 'preparing' | 'running' | 'finished';
  startedAt: number;
  finishedAt: number;
  /** The activity that the room is at, or ''. */
  now: string;
  visited: string[];
  skipped: string[];
  shown: string[];
  turns: Record<string, Turns>;
  help: Record<string, Record<Help, number>>;
  papers: Record<string, Papers>;
  invite: Versions<Invite>;
  timer: Timer | null;
  cards: Record<Card, number>;
  handed: Control[];
  notes: LeadersNote[];
  actions: Action[];
  ownWords: OwnWord[];
  explained: Explained[];
  leftOut: LeftOut[];
  checked: Checked | null;
  deletedAt: number;
  /** What became of it afterwards, and what goes from one session to the next. */
  follow: Follow;
};

export function newWorkshop(): Workshop {
  return {
    template: '',
    madeAt: 0,
    about: noVersions(),
    activities: {},
    here: 0,
    status: 'preparing',
    startedAt: 0,
    finishedAt: 0,
    now: '',
    visited: [],
    skipped: [],
    shown: [],
    turns: {},
    help: {},
    papers: {},
    invite: noVersions(),
    timer: null,
    prompts: {},
    films: {},
    cards: { stop: 0, 'slow-down': 0, agree: 0, break: 0 },
    handed: [],
    notes: [],
    actions: [],
    ownWords: [],
    explained: [],
    leftOut: [],
    checked: null,
    deletedAt: 0,
    follow: newFollow(),
  };
}

export const noPapers: Papers = { count: 0, answers: [], photos: [] };

const with_ = (list: string[], id: string): string[] => (list.includes(id) ? list : [...list, id]);
const without = (list: string[], id: string): string[] => list.filter((other) => other !== id);

type Place = { id: string; from: readonly string[] };

/** What `change` (kept as the entry `at.id`, building on `at.from`) makes of the workshop. Pure. */
export function applyChange(w: Workshop, change: Change, at: Place): Workshop {
  return changed(
    w.checked && writes.has(change.type) ? { ...w, checked: { ...w.checked, changed: true } } : w,
    change,
    at,
  );
}

/** What is written after people checked the words was not checked. */
const writes: ReadonlySet<Change['type']> = new Set([
  'activity-added',
  'activity-set-up',
  'own-word-chosen',
  'word-explained',
]);

function changed(w: Workshop, change: Change, at: Place): Workshop {
  const patch = (id: string, make: (activity: Activity) => Activity): Workshop => {
    const activity = w.activities[id];
    return activity ? { ...w, activities: { ...w.activities, [id]: make(activity) } } : w;
  };
  const turned = (id: string, by: Turns): Workshop => {
    const turns = w.turns[id] ?? { taken: 0, passed: 0 };
    return {
      ...w,
      turns: { ...w.turns, [id]: { taken: turns.taken + by.taken, passed: turns.passed + by.passed } },
    };
  };
  if (isFollowChange(change)) return { ...w, follow: applyFollow(w.follow, change, at) };
  switch (change.type) {
    case 'made':
      return { ...w, template: change.template, madeAt: change.at };
    case 'described':
      return { ...w, about: edited(w.about, at.id, at.from, change.about) };
    case 'activity-added': {
      if (w.activities[change.activity]) return w;
      const { activity: id, kind, rank, setup } = change;
      const added = { id, kind, rank, removed: false, setup: edited(noVersions(), at.id, [], setup) };
      return { ...w, activities: { ...w.activities, [id]: added } };
    }
    case 'activity-set-up':
      return patch(change.activity, (a) => ({ ...a, setup: edited(a.setup, at.id, at.from, change.setup) }));
    case 'activity-moved':
      return patch(change.activity, (a) => ({ ...a, rank: change.rank }));
    case 'activity-removed':
      return patch(change.activity, (a) => ({ ...a, removed: true }));
    case 'activity-brought-back':
      return patch(change.activity, (a) => ({ ...a, removed: false }));
    case 'people-counted':
      return { ...w, here: change.here };
    case 'started':
      return { ...w, status: 'running', startedAt: w.startedAt || change.at };
    case 'finished':
      return {
        ...w,
        status: 'finished',
        finishedAt: change.at,
        timer: null,
        handed: [],
        follow: { ...w.follow, heldUp: '' },
      };
    case 'opened-again':
      return { ...w, status: 'running' };
    case 'went-to':
      return {
        ...w,
        now: change.activity,
        visited: with_(w.visited, change.activity),
        skipped: without(w.skipped, change.activity),
        timer: null,
        follow: { ...w.follow, heldUp: '' },
      };
    case 'skipped':
      return { ...w, skipped: with_(w.skipped, change.activity) };
    case 'shown':
      return { ...w, shown: with_(w.shown, change.activity) };
    case 'hidden':
      return { ...w, shown: without(w.shown, change.activity) };
    case 'turn-taken':
      return turned(change.activity, { taken: 1, passed: 0 });
    case 'turn-passed':
      return turned(change.activity, { taken: 0, passed: 1 });
    case 'help-counted': {
      const help = w.help[change.activity] ?? { alone: 0, 'with-help': 0, 'for-them': 0 };
      return {
        ...w,
        help: { ...w.help, [change.activity]: { ...help, [change.help]: help[change.help] + 1 } },
      };
    }
    case 'paper-typed-in': {
      const { activity: round, answers, photo } = change;
      const before = w.papers[round] ?? noPapers;
      const papers: Papers = {
        count: before.count + 1,
        answers: [...before.answers, ...answers],
        photos: photo === undefined ? before.photos : with_(before.photos, photo),
      };
      return { ...w, papers: { ...w.papers, [round]: papers } };
    }
    case 'invite-written':
      return { ...w, invite: edited(w.invite, at.id, at.from, change.invite) };
    case 'timer-started':
      return { ...w, timer: { activity: change.activity, minutes: change.minutes, at: change.at } };
    case 'timer-stopped':
      return { ...w, timer: null };
    case 'card-put-up':
      return { ...w, cards: { ...w.cards, [change.card]: w.cards[change.card] + 1 } };
    case 'card-taken-down':
      return { ...w, cards: { ...w.cards, [change.card]: 0 } };
    case 'controls-handed':
      return { ...w, handed: change.controls };
    case 'note-written':
      return { ...w, notes: [...w.notes, { id: at.id, activity: change.activity, text: change.text }] };
    case 'note-removed':
      return { ...w, notes: w.notes.filter((note) => note.id !== change.note) };
    case 'action-agreed': {
      const { action: id, what, who, by } = change;
      return { ...w, actions: [...w.actions.filter((action) => action.id !== id), { id, what, who, by }] };
    }
    case 'action-removed':
      return { ...w, actions: w.actions.filter((action) => action.id !== change.action) };
    case 'own-word-chosen': {
      const { word, instead } = change;
      const ownWords = instead ? withWord(w.ownWords, { word, instead }) : withoutWord(w.ownWords, word);
      return { ...w, ownWords };
    }
    case 'word-explained': {
      const { word, meaning } = change;
      return { ...w, explained: withWord(w.explained, { word, meaning }) };
    }
    case 'word-taken-out':
      return { ...w, explained: withoutWord(w.explained, change.word) };
    case 'left-out':
      return { ...w, leftOut: [...w.leftOut, { reason: change.reason, count: change.count }] };
    case 'checked':
      return { ...w, checked: change.by.trim() ? { by: change.by, on: change.on, changed: false } : null };
    case 'prompt-recorded': {
      const { type: _, activity, ...prompt } = change;
      return { ...w, prompts: withPrompt(w.prompts, activity, prompt) };
    }
    case 'prompt-removed':
      return { ...w, prompts: withoutPrompt(w.prompts, change.activity, change.words) };
    case 'film-attached': {
      const { type: _, activity, ...film } = change;
      return { ...w, films: { ...w.films, [activity]: film } };
    }
    case 'film-removed':
      return { ...w, films: withoutFilm(w.films, change.activity) };
    case 'deleted':
      return { ...w, deletedAt: change.at };
    case 'brought-back':
      return { ...w, deletedAt: 0 };
  }
}

/** The agenda: activities that are not removed, in their order. */
export function agenda(workshop: Workshop): Activity[] {
  return Object.values(workshop.activities)
    .filter((activity) => !activity.removed)
    .sort((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1));
}

const nowhere: About = { title: { plain: '', easy: '', symbol: 'workshop' }, date: '', where: '', ledBy: '' };

/** What the workshop says of itself; empty words before anyone has said it. */
export function aboutOf(workshop: Workshop): About {
  return current(workshop.about) ?? nowhere;
}
