import * as v from 'valibot';
import { symbolLabel } from '#words/symbols.ts';
import york from '../../src/templates/york-day.json' with { type: 'json' };
import { choose, draw, enough, ofEveryRule, tapPictures, write, type Step } from './turns.ts';

/** Three people, each reading in a way of their own. */
export const people = [
  { ways: [], reads: 'plain', wears: { words: 'plain', text: 'standard', theme: 'light' } },
  {
    ways: ['Easy Read', 'Bigger words'],
    reads: 'easy',
    wears: { words: 'easy', text: 'large', theme: 'light' },
  },
  {
    ways: ['Pictures first', 'Strong contrast'],
    reads: 'easy',
    wears: { words: 'symbols', text: 'standard', theme: 'contrast' },
  },
] as const;

/** What the three say in one part of the day, and what must come of it. */
export type Part = {
  place: number;
  kind: string;
  /** Their answers, person by person; none where a part has no turns. */
  answers: Step[][];
  /** How many people chose each answer, by its id. */
  counts: Record<string, number>;
  /** What must be read in the report, in either way of reading. */
  told: { plain: string; easy: string }[];
  dots: boolean;
};

/** A note that a spreadsheet would run. */
export const FORMULA = '=HYPERLINK("x","tea")';

const drink = symbolLabel('drink');

/** The third person sometimes passes. */
export const passes = (place: number, who: number): boolean => who === 2 && place % 5 === 2;

const RowsSchema = v.array(
  v.object({
    id: v.string(),
    phrase: v.object({ plain: v.string(), easy: v.string() }),
    group: v.optional(v.string()),
  }),
);
const PollSchema = v.object({
  how: v.string(),
  answers: RowsSchema,
  groups: v.optional(RowsSchema, []),
  faces: RowsSchema,
});
const BoardSchema = v.object({ columns: RowsSchema, notesPerTurn: v.number(), dots: v.number() });
const PledgesSchema = v.object({ ideas: RowsSchema });

const words = (row: v.InferOutput<typeof RowsSchema>[number] | undefined, who: number): string =>
  row?.phrase[people[who]?.reads ?? 'plain'] ?? '';
const same = (said: string) => ({ plain: said, easy: said });
const three = <T>(one: (who: number) => T): T[] => people.map((_, who) => one(who));

type Made = Partial<Part>;
const parts: Record<string, (setup: unknown, place: number) => Made> = {
  'ground-rules': () => {
    const own = 'We have tea when we need it';
    const wanted = (who: number) =>
      who === 0 ? [choose(/^Yes, I will write/), write(own)] : [choose(/^No, nothing/)];
    return {
      answers: three((who) => [ofEveryRule(/^I agree/), ...wanted(who)]),
      told: [same(own)],
    };
  },
  poll: (setup, place) => {
    const poll = v.parse(PollSchema, setup);
    const rows = poll.how === 'scale' ? poll.faces : poll.answers;
    const chosen = (who: number) => rows[(place + who * 2) % rows.length];
    const counts: Record<string, number> = Object.fromEntries(rows.map(({ id }) => [id, 0]));
    for (const id of three((who) => (passes(place, who) ? '' : (chosen(who)?.id ?? '')))) {
      if (id) counts[id] = (counts[id] ?? 0) + 1;
    }
    // A ladder asks for the group first.
    const group = (who: number) => poll.groups.find(({ id }) => id === chosen(who)?.group);
    const asked = (who: number) => [group(who), chosen(who)].filter((row) => row !== undefined);
    return { answers: three((who) => asked(who).map((row) => choose(words(row, who)))), counts };
  },
  'post-its': (setup, place) => {
    const { columns, notesPerTurn, dots } = v.parse(BoardSchema, setup);
    const first = place === firstBoard ? FORMULA : `What Ann thinks of part ${place}`;
    const second = `What Bo thinks of part ${place}`;
    const notes = [
      [choose('Type it'), write(first)],
      [choose('A helper writes for me'), write(second)],
      place % 2 === 0
        ? [choose('Pictures'), tapPictures(drink, symbolLabel('friend'))]
        : [choose('Draw it'), draw()],
    ];
    const where = (who: number) =>
      columns.length > 1 ? [choose(words(columns[place % columns.length], who))] : [];
    const more = notesPerTurn > 1 ? [enough] : [];
    return {
      answers: three((who) => [...where(who), ...(notes[who] ?? []), ...more]),
      told: [same(first), same(second)],
      dots: dots > 0,
    };
  },
  pledges: (setup) => {
    const [idea] = v.parse(PledgesSchema, setup).ideas;
    return {
      answers: [
        [choose('Choose an idea'), choose(words(idea, 0)), choose('No name'), choose('No date')],
        [
          choose('Write it'),
          write('I will ask Cy first'),
          choose('No picture'),
          choose('My first name'),
          write('Bo'),
          choose('In 3 months'),
        ],
        [choose('Tap pictures'), tapPictures(drink), choose('No name'), choose('No date')],
      ],
      told: [...(idea ? [idea.phrase] : []), same('I will ask Cy first'), same('Bo')],
    };
  },
};

const places = york.activities.flatMap(({ kind }, place) => (kind === 'post-its' ? [place] : []));
const [firstBoard] = places;
/** The board in the middle of the day. */
export const middleBoard = places.find((place) => place * 2 >= york.activities.length - 1) ?? 0;

/** The York day as its template has it, part by part. */
export const yorkDay: Part[] = york.activities.map(({ kind, setup }, place) => {
  const made = parts[kind]?.(setup, place) ?? {};
  return { place, kind, answers: [], counts: {}, told: [], dots: false, ...made };
});
