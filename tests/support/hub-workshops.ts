import { kinds } from '#activities/kinds.ts';
import type { Change } from '#workshop/changes.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { asSaid } from '#workshop/phrase.ts';

/** An activity with what people did in it. `shown`: the leader has shown the answers, which also opens sealed ones. */
export type ToldActivity = {
  kind: string;
  setup: unknown;
  changes: readonly unknown[];
  /** The ids of their entries, where a test has to know them. */
  ids?: readonly string[];
  shown?: boolean;
  sealed?: boolean;
};

export type ToldWorkshop = {
  id?: string;
  title?: string;
  date?: string;
  where?: string;
  here?: number;
  finished?: boolean;
  activities?: readonly ToldActivity[];
  also?: readonly Change[];
  tablets?: readonly string[];
};

/** The entries of a whole workshop, spread over its tablets. What is sealed comes in one batch, as tablets hand it in. */
export function entriesOf({
  id: workshop = newId(),
  title = 'Having our say',
  date = '2030-03-05',
  where = 'York',
  here = 12,
  finished = true,
  activities = [],
  also = [],
  tablets = ['one'],
}: ToldWorkshop = {}): Entry[] {
  const places = new Map<string, number>();
  const all: Entry[] = [];
  const put = (activity: string, body: unknown, id = newId()): void => {
    const tablet = tablets[all.length % tablets.length] ?? 'one';
    const place = (places.get(tablet) ?? 0) + 1;
    places.set(tablet, place);
    const envelope = { id, workshop, activity, tablet, place, counter: all.length + 1 };
    all.push({ ...envelope, from: [], previous: '', salt: newId(), body: JSON.stringify(body) });
  };
  const own = (change: Change): void => put('', change);
  own({ type: 'made', template: '', at: 1 });
  own({ type: 'described', about: { title: asSaid(title), date, where, ledBy: 'Ann' } });
  own({ type: 'people-counted', here });
  own({ type: 'started', at: 2 });
  activities.forEach(({ kind, setup, changes, ids = [], sealed, shown = true }, number) => {
    const activity = newId();
    own({ type: 'activity-added', activity, kind, rank: `a${number}`, setup });
    if (sealed) {
      const answers = changes
        .map((change) => ({ id: newId(), change }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      put(activity, { type: 'sealed-answers', answers });
    } else changes.forEach((change, at) => put(activity, change, ids[at]));
    changes.forEach(() => own({ type: 'turn-taken', activity }));
    if (shown) own({ type: 'shown', activity });
  });
  also.forEach(own);
  if (finished) own({ type: 'finished', at: 3 });
  return all;
}

/** Every example of every kind as one workshop: whatever a kind can say is in it. */
export function everyExample(): ToldActivity[] {
  return kinds.flatMap(({ name, examples, round }) =>
    examples.map(({ setup, changes }) => ({ kind: name, setup, changes, sealed: round(setup) === 'sealed' })),
  );
}

/** A poll with two answers, and how many people chose each of them. */
export function aPoll(
  question: string,
  yes: number,
  no: number,
  more: Partial<ToldActivity> = {},
): ToldActivity {
  const face = (id: string) => ({ id, phrase: asSaid(id, 'ok') });
  const setup = {
    question: asSaid(question, 'tea'),
    how: 'one',
    answers: [
      { id: 'y', phrase: asSaid('Yes', 'yes') },
      { id: 'n', phrase: asSaid('No', 'no') },
    ],
    faces: ['very-good', 'good', 'ok', 'bad', 'very-bad'].map(face),
    rotate: false,
    sealed: more.sealed ?? false,
    hidden: true,
    minutes: 0,
  };
  const chosen = (id: string, count: number) =>
    Array.from({ length: count }, () => ({ type: 'answered', chosen: [id] }));
  return { kind: 'poll', setup, changes: [...chosen('y', yes), ...chosen('n', no)], ...more };
}

/** A board of notes. */
export function aBoard(question: string, notes: readonly string[]): ToldActivity {
  const setup = {
    question: asSaid(question, 'idea'),
    columns: [{ id: 'ideas', phrase: asSaid('Ideas', 'idea'), colour: 1 }],
    ways: ['text'],
    hidden: false,
    dots: 0,
    rounds: 'notes',
    notesPerTurn: 3,
    minutes: 0,
  };
  const changes = notes.map((text) => ({ type: 'note-written', column: 'ideas', text, by: 'self' }));
  return { kind: 'post-its', setup, changes };
}

/** Rules of the group: one that somebody proposed by the entry `proposed`, and six who agree to it. */
export function aRule(proposed = '0'.repeat(31) + '1'): ToldActivity {
  const setup = {
    question: asSaid('How do we want to be together?', 'together'),
    starter: [],
    allowProposals: true,
    minutes: 0,
  };
  const agreed = { type: 'agreed', rules: { [proposed]: 'agree' } };
  return {
    kind: 'ground-rules',
    setup,
    ids: [proposed],
    changes: [{ type: 'rule-proposed', text: 'Tea first' }, ...Array.from({ length: 6 }, () => agreed)],
  };
}
