import type {
  Carried,
  FollowChange,
  Heard,
  Keeping,
  Membership,
  PledgeOutcome,
  Will,
} from './follow-changes.ts';
import type { Phrase } from './phrase.ts';
import { edited, noVersions, type Versions } from './versions.ts';

/** What the room said when a line was read back to it: `of` names the versions that it heard. */
export type Reading = { id: string; of: string[]; agreed: boolean; words: string };
export type Line = { id: string; heard: Versions<Heard>; readings: Reading[]; removed: boolean };
export type Willed = { id: string; line: string; will: Versions<Will>; removed: boolean };
/** What became of a promise. Without a reason nothing is not done. */
export type Outcome = { how: 'done' | 'not-done' | 'open'; words: Phrase; on: string };
export type LookedAt = { id: string; how: PledgeOutcome; words: string };
export type CarriedOver = Carried & { id: string; left: boolean };

/** All that is told of a workshop afterwards, and from one session to the next. Each piece stands by its own id. */
export type Follow = {
  lines: Record<string, Line>;
  wills: Record<string, Willed>;
  outcomes: Record<string, Versions<Outcome>>;
  carried: Record<string, CarriedOver>;
  lookedAt: Record<string, LookedAt[]>;
  /** The line or promise that the big screen shows, or ''. */
  heldUp: string;
  series: Versions<Membership>;
  themes: Versions<string[]>;
  keeping: Versions<Keeping>;
};

export function newFollow(): Follow {
  return {
    lines: {},
    wills: {},
    outcomes: {},
    carried: {},
    lookedAt: {},
    heldUp: '',
    series: noVersions(),
    themes: noVersions(),
    keeping: noVersions(),
  };
}

type At = { id: string; from: readonly string[] };

/** What `change` (kept as the entry `at.id`, building on `at.from`) makes of it. Pure. */
export function applyFollow(f: Follow, change: FollowChange, at: At): Follow {
  const line = (id: string, make: (line: Line) => Line): Follow => {
    const before = f.lines[id] ?? { id, heard: noVersions(), readings: [], removed: false };
    return { ...f, lines: { ...f.lines, [id]: make(before) } };
  };
  const will = (id: string, make: (will: Willed) => Willed): Follow => {
    const before = f.wills[id] ?? { id, line: '', will: noVersions(), removed: false };
    return { ...f, wills: { ...f.wills, [id]: make(before) } };
  };
  const became = (promise: string, outcome: Outcome): Follow => {
    const versions = edited(f.outcomes[promise] ?? noVersions<Outcome>(), at.id, at.from, outcome);
    return { ...f, outcomes: { ...f.outcomes, [promise]: versions } };
  };
  const reading = (id: string, agreed: boolean, words: string): Follow =>
    line(id, (before) => ({
      ...before,
      readings: [...before.readings, { id: at.id, of: [...at.from], agreed, words }],
    }));
  switch (change.type) {
    case 'line-heard': {
      const { words, sources } = change;
      return line(change.line, (l) => ({ ...l, heard: edited(l.heard, at.id, at.from, { words, sources }) }));
    }
    case 'line-agreed':
      return reading(change.line, true, '');
    case 'line-corrected':
      return reading(change.line, false, change.words);
    case 'line-removed':
      return line(change.line, (l) => ({ ...l, removed: true }));
    case 'line-brought-back':
      return line(change.line, (l) => ({ ...l, removed: false }));
    case 'will-said': {
      const { what, who, by, as } = change;
      return will(change.will, (w) => ({
        ...w,
        line: change.line,
        will: edited(w.will, at.id, at.from, { what, who, by, as }),
      }));
    }
    case 'will-removed':
      return will(change.will, (w) => ({ ...w, removed: true }));
    case 'will-brought-back':
      return will(change.will, (w) => ({ ...w, removed: false }));
    case 'promise-done':
      return became(change.promise, { how: 'done', words: change.words, on: change.on });
    case 'promise-not-done':
      return became(change.promise, { how: 'not-done', words: change.reason, on: change.on });
    case 'promise-opened-again':
      return became(change.promise, { how: 'open', words: { plain: '', easy: '', symbol: '' }, on: '' });
    case 'put-in-series': {
      const { series, name, after } = change;
      return { ...f, series: edited(f.series, at.id, at.from, { series, name, after }) };
    }
    case 'carried-over': {
      // Two tablets may carry the same over: it is the same, and stands once.
      if (f.carried[change.carried]) return f;
      const { type: _, carried: id, ...carried } = change;
      return { ...f, carried: { ...f.carried, [id]: { ...carried, id, left: false } } };
    }
    case 'carried-left': {
      const carried = f.carried[change.carried];
      if (!carried) return f;
      return { ...f, carried: { ...f.carried, [carried.id]: { ...carried, left: true } } };
    }
    case 'pledge-looked-at': {
      const { carried, how, words } = change;
      const before = f.lookedAt[carried] ?? [];
      return {
        ...f,
        lookedAt: { ...f.lookedAt, [carried]: [...before, { id: at.id, how, words: words.trim() }] },
      };
    }
    case 'held-up':
      return { ...f, heldUp: change.what };
    case 'themed':
      return { ...f, themes: edited(f.themes, at.id, at.from, change.themes) };
    case 'keep-until-set': {
      const { until, why } = change;
      return { ...f, keeping: edited(f.keeping, at.id, at.from, { until, why }) };
    }
  }
}
