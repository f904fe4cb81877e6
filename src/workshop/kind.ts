import * as v from 'valibot';

/** What an activity knows of the entry that a change came in. Neither time nor order nor tablet. */
export type At<Setup> = { id: string; from: readonly string[]; setup: Setup };

/**
 * The pure half of a kind of activity: what may be set up, what may happen, what it comes to.
 * `apply` must give the same state for the same changes in the same order, on every tablet, and keep limits.
 */
export type Rules<Setup, Change, State> = {
  name: string;
  setup: v.GenericSchema<unknown, Setup>;
  change: v.GenericSchema<unknown, Change>;
  start(): State;
  apply(state: State, change: Change, at: At<Setup>): State;
};

/** Rules with their types forgotten: the one door at which what is stored is checked. */
export type AnyRules = {
  name: string;
  start(): unknown;
  /** `undefined` when a newer app wrote it in a way that this one does not know. */
  readSetup(stored: unknown): unknown;
  /** The state after a stored change, or `undefined` for a change that this app does not know: keep it, skip it. */
  applyStored(
    state: unknown,
    stored: unknown,
    at: { id: string; from: readonly string[]; setup: unknown },
  ): unknown;
};

/** Checks stored data by the kind's schemas before its rules see it. */
export function forgetRules<Setup, Change, State>(rules: Rules<Setup, Change, State>): AnyRules {
  return {
    name: rules.name,
    start: () => rules.start(),
    readSetup: (stored) => {
      const setup = v.safeParse(rules.setup, stored);
      return setup.success ? setup.output : undefined;
    },
    applyStored: (state, stored, at) => {
      const change = v.safeParse(rules.change, stored);
      const setup = v.safeParse(rules.setup, at.setup);
      if (!change.success || !setup.success) return undefined;
      // The state was made by this kind's own start and apply, and by nothing else.
      return rules.apply(state as State, change.output, { id: at.id, from: at.from, setup: setup.output });
    },
  };
}
