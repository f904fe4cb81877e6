import * as v from 'valibot';
import type { Rules } from '#workshop/kind.ts';
import { PhraseSchema, type Phrase } from '#workshop/phrase.ts';
import { edited, noVersions, type Versions } from '#workshop/versions.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const symbols = v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(12));

/** What one person may say of a rule, and of how it was kept. */
export const views = ['agree', 'not-sure', 'disagree'] as const;
export const keptViews = ['yes', 'partly', 'no'] as const;
export type View = (typeof views)[number];
export type KeptView = (typeof keptViews)[number];

/** The question, rules to start from (none is fine), and whether each person is asked for one more. */
export const SetupSchema = v.object({
  question: PhraseSchema,
  starter: v.pipe(v.array(v.object({ id, phrase: PhraseSchema })), v.maxLength(24)),
  allowProposals: v.boolean(),
  minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(600)),
});
export type Setup = v.InferOutput<typeof SetupSchema>;

const answers = <const T extends readonly string[]>(of: T) =>
  v.pipe(v.record(id, v.picklist(of)), v.maxEntries(400));

/**
 * A proposed rule is named by the id of its entry, a starter rule by its id in the setup.
 * `agreed` and `kept-answered` hold one person's turn; whose it was is nowhere.
 */
export const ChangeSchema = v.variant('type', [
  v.object({
    type: v.literal('rule-proposed'),
    text: v.pipe(v.string(), v.maxLength(400)),
    symbols: v.exactOptional(symbols),
  }),
  v.object({ type: v.literal('agreed'), rules: answers(views) }),
  v.object({ type: v.literal('rule-adopted'), rule: id }),
  v.object({ type: v.literal('rule-dropped'), rule: id }),
  v.object({ type: v.literal('rule-worded'), rule: id, phrase: PhraseSchema }),
  v.object({ type: v.literal('kept-asked') }),
  v.object({ type: v.literal('kept-stopped') }),
  v.object({ type: v.literal('kept-answered'), rules: answers(keptViews) }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

export type Proposal = { id: string; text: string; symbols: string[] };
export type Tally = Record<View, number>;
export type Kept = Record<KeptView, number>;

/** What the group has said. Grows with the number of rules, not with the number of people. */
export type State = {
  proposed: Proposal[];
  tallies: Record<string, Tally>;
  standing: Record<string, 'adopted' | 'dropped'>;
  worded: Record<string, Versions<Phrase>>;
  /** Is the group looking back at whether the rules were kept? */
  lookingBack: boolean;
  kept: Record<string, Kept>;
};

/** More than this from a whole room is no set of rules; it also bounds what a stuck tablet can pile up. */
const MOST_PROPOSED = 200;

const noTally: Tally = { agree: 0, 'not-sure': 0, disagree: 0 };
const noKept: Kept = { yes: 0, partly: 0, no: 0 };

/** What stands under `key`; a rule may be called anything, even `constructor`. */
function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function count<T extends string>(
  counts: Record<string, Record<T, number>>,
  answers: Record<string, T>,
  none: Record<T, number>,
): Record<string, Record<T, number>> {
  const next = { ...counts };
  for (const [rule, answer] of Object.entries<T>(answers)) {
    const before = own(next, rule) ?? none;
    next[rule] = { ...before, [answer]: before[answer] + 1 };
  }
  return next;
}

function stand(state: State, rule: string, standing: 'adopted' | 'dropped'): State {
  return { ...state, standing: { ...state.standing, [rule]: standing } };
}

/** Votes, standing and wordings are kept even for a rule that nobody knows yet: another tablet may. */
export const rules: Rules<Setup, Change, State> = {
  name: 'ground-rules',
  setup: SetupSchema,
  change: ChangeSchema,
  start: () => ({ proposed: [], tallies: {}, standing: {}, worded: {}, lookingBack: false, kept: {} }),
  apply: (state, change, at) => {
    switch (change.type) {
      case 'rule-proposed': {
        const text = change.text.trim();
        if (text === '' || state.proposed.length >= MOST_PROPOSED) return state;
        return {
          ...state,
          proposed: [...state.proposed, { id: at.id, text, symbols: change.symbols ?? [] }],
        };
      }
      case 'agreed':
        return { ...state, tallies: count(state.tallies, change.rules, noTally) };
      case 'rule-adopted':
        return stand(state, change.rule, 'adopted');
      case 'rule-dropped':
        return stand(state, change.rule, 'dropped');
      case 'rule-worded': {
        const versions = edited(
          own(state.worded, change.rule) ?? noVersions<Phrase>(),
          at.id,
          at.from,
          change.phrase,
        );
        return { ...state, worded: { ...state.worded, [change.rule]: versions } };
      }
      case 'kept-asked':
        return { ...state, lookingBack: true };
      case 'kept-stopped':
        return { ...state, lookingBack: false };
      case 'kept-answered':
        return { ...state, kept: count(state.kept, change.rules, noKept) };
    }
  },
};

export type Standing = 'adopted' | 'dropped' | 'open';

/** A rule as the group has it now. `wordings` has two or more when it was reworded in two places at once. */
export type Rule = {
  id: string;
  wordings: Phrase[];
  /** The versions that a new wording builds on. */
  from: string[];
  symbols: string[];
  proposed: boolean;
  standing: Standing;
  tally: Tally;
  kept: Kept;
};

/** Every rule that there is: the starter rules in their order, then what people proposed. */
export function allRules(setup: Setup, state: State): Rule[] {
  const rule = (id: string, phrase: Phrase, symbols: string[], proposed: boolean): Rule => {
    const heads = own(state.worded, id)?.heads ?? [];
    return {
      id,
      wordings: heads.length > 0 ? heads.map((head) => head.value) : [phrase],
      from: heads.map((head) => head.id),
      // Once the group has worded it, the words are the group's and the first pictures are not.
      symbols: heads.length > 0 ? [] : symbols,
      proposed,
      standing: own(state.standing, id) ?? 'open',
      tally: own(state.tallies, id) ?? noTally,
      kept: own(state.kept, id) ?? noKept,
    };
  };
  return [
    ...setup.starter.map((starter) => rule(starter.id, starter.phrase, [], false)),
    ...state.proposed.map(({ id, text, symbols }) =>
      rule(id, { plain: text, easy: text, symbol: symbols[0] ?? '' }, symbols, true),
    ),
  ];
}

/** The rules that the group has adopted. */
export function adopted(setup: Setup, state: State): Rule[] {
  return allRules(setup, state).filter((rule) => rule.standing === 'adopted');
}

/** The same rules for a next session: those that the group adopted are there from its start, as adopted. */
export function carry(setup: Setup, state: State): { setup: Setup; changes: Change[] } | undefined {
  // As many as a setup holds; no group has adopted more.
  const kept = adopted(setup, state).slice(0, 24);
  if (kept.length === 0) return undefined;
  return {
    setup: {
      ...setup,
      starter: kept.map(({ id: rule, wordings, symbols }) => {
        const [phrase = { plain: '', easy: '', symbol: '' }] = wordings;
        return { id: rule, phrase: { ...phrase, symbol: phrase.symbol || (symbols[0] ?? '') } };
      }),
    },
    changes: kept.flatMap(({ id: rule, wordings }): Change[] => [
      { type: 'rule-adopted', rule },
      // Two wordings that nobody has chosen from yet go on side by side.
      ...(wordings.length > 1
        ? wordings.map((phrase): Change => ({ type: 'rule-worded', rule, phrase }))
        : []),
    ]),
  };
}
