import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import type { Versions } from '#workshop/versions.ts';
import { rewordWith } from '#words/own-words.ts';
import type { Reword } from '#words/reword.ts';

type OwnWords = Replay['workshop']['ownWords'];

const made = new WeakMap<OwnWords, Reword | null>();

/** How this group words things; the same function for as long as its words are the same. */
export function rewordOf(own: OwnWords): Reword | null {
  if (own.length === 0) return null;
  const reword = made.get(own) ?? rewordWith(own);
  made.set(own, reword);
  return reword;
}

/** The workshop with the group's own words in what facilitators wrote. What people answered is not touched. */
export function reworded(replay: Replay): Replay {
  const reword = rewordOf(replay.workshop.ownWords);
  if (!reword) return replay;
  const { workshop } = replay;
  const activities = Object.entries(workshop.activities).map(([id, activity]) => {
    return [id, { ...activity, setup: inVersions(activity.setup, reword) }] as const;
  });
  return {
    ...replay,
    workshop: {
      ...workshop,
      about: inVersions(workshop.about, reword),
      activities: Object.fromEntries(activities),
    },
  };
}

/** What was written stays the same object from replay to replay, and so does what it was reworded to. */
const inWords = new WeakMap<Reword, WeakMap<object, unknown>>();

function inVersions<T>(versions: Versions<T>, reword: Reword): Versions<T> {
  const known = inWords.get(reword) ?? new WeakMap<object, unknown>();
  inWords.set(reword, known);
  const once = (value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    if (!known.has(value)) known.set(value, inPhrases(value, reword));
    // Only texts within it were changed: it has the shape that it had.
    return known.get(value) as T;
  };
  return { heads: versions.heads.map(({ id, value }) => ({ id, value: once(value) })) };
}

/** Only phrases are words for people; everything else in a setup is names and numbers. */
function inPhrases(part: unknown, reword: Reword): unknown {
  if (Array.isArray(part)) return part.map((one) => inPhrases(one, reword));
  if (typeof part !== 'object' || part === null) return part;
  if (isPhrase(part)) return { ...part, plain: reword(part.plain), easy: reword(part.easy) };
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, inPhrases(one, reword)]));
}

function isPhrase(part: object): part is Phrase {
  const has = (name: string): boolean =>
    typeof Object.entries(part).find(([key]) => key === name)?.[1] === 'string';
  return has('plain') && has('easy') && has('symbol');
}
