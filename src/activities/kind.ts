import type { ComponentType } from 'react';
import * as v from 'valibot';
import type { Attachment } from '#workshop/attachment.ts';
import { forgetRules, type AnyRules, type Rules } from '#workshop/kind.ts';
import type { PaperPiece } from '#workshop/paper.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row, Section } from '#workshop/section.ts';
import type { Turns } from '#workshop/workshop.ts';
import type { Words } from '#words/words.ts';

/** How people answer. `sealed`: nobody can tell whose answer it was, and nobody sees one before it closes. */
export type Round = 'none' | 'open' | 'sealed';

/** What a report, the big screen and the leader know of the room. */
export type Room = { here: number; turns: Turns };

/** What one person's turn comes to. */
export type Delivery<Change> = { changes: Change[]; attachments: Attachment[] };

/**
 * A half-made answer, as pure functions over plain data. One question a screen:
 * `next` and `back` walk the steps within a turn, and give `null` at its ends.
 */
export type Turn<Setup, Change, State, Draft> = {
  schema: v.GenericSchema<unknown, Draft>;
  /**
   * `turn` counts the turns before this one, so that the order of answers can be rotated. `state` is what the
   * room said so far (a fresh start while answers are hidden); what a turn needs of it, it copies into the draft.
   */
  start(setup: Setup, turn: number, state: State): Draft;
  next(setup: Setup, draft: Draft): Draft | null;
  back(setup: Setup, draft: Draft): Draft | null;
  /** May Done be tapped at this step? Skip always may. */
  ready(setup: Setup, draft: Draft): boolean;
  /**
   * Skip, in a turn that asks several things: the draft without an answer to this question, moved on to the
   * next one if `goOn`. Otherwise the turn is at its end, and what is left is checked; nothing left is a pass.
   * A kind without this asks one thing, and Skip passes the whole turn.
   */
  skip?(setup: Setup, draft: Draft): { draft: Draft; goOn: boolean };
  /** What was chosen, row by row, to check before it is saved. */
  check(setup: Setup, draft: Draft, state: State): Row[];
  deliver(setup: Setup, draft: Draft): Delivery<Change>;
};

export type EditorProps<Setup> = { setup: Setup; onChange(setup: Setup): void };
export type ScreenProps<Setup, State, Draft> = {
  setup: Setup;
  /** What the room said so far; a fresh start while answers are hidden. */
  state: State;
  draft: Draft;
  onDraft(draft: Draft): void;
};
export type ResultsProps<Setup, State> = { setup: Setup; state: State; room: Room };
export type LeadProps<Setup, State, Change> = ResultsProps<Setup, State> & {
  shown: boolean;
  /** Keeps changes; resolves once they are kept. `from` names the versions an edit builds on. */
  send(changes: Change[], from?: string[]): Promise<void>;
};

/**
 * One thing that somebody said, which can be named by the entry that it came in: "what we heard" is made of these,
 * and a next session may be given some. `again` is a day, where whoever said it chose to be asked about it again.
 */
export type Saying = { id: string; row: Row; by?: string; again?: string };

/** A named situation: the gallery, the axe tests, previews and report tests all use them. */
export type Example<Setup, Change, Draft> = { name: string; setup: Setup; changes: Change[]; draft?: Draft };

/**
 * A kind of activity. One folder, one line in `kinds.ts`; see README.md beside this file.
 * `Editor` the facilitator prepares, `Screen` a person takes part (absent when `round` is always 'none'),
 * `Results` the room looks, `Lead` the leader's own tools for it (optional).
 */
export type Kind<Setup, Change, State, Draft> = Rules<Setup, Change, State> & {
  symbol: string;
  words: Words;
  blank(): Setup;
  heading(setup: Setup): Phrase;
  /** Every phrase that a participant will see, for what is still to be written. */
  phrases(setup: Setup): Phrase[];
  round(setup: Setup): Round;
  /**
   * A second round of the same activity (dots on the notes, looking back at the rules) has a name of its own:
   * its turns are counted apart, since everybody has one again. '' for the first.
   */
  secondRound?(setup: Setup, state: State): string;
  /** Are answers hidden until the leader shows them? */
  hides(setup: Setup): boolean;
  minutes(setup: Setup): number;
  turn?: Turn<Setup, Change, State, Draft>;
  /**
   * The same on paper, below its heading: whoever fills it in is asked what the screens of a turn ask, and can
   * say what they can say there. `state` as in `Turn.start`. Nothing in it tells one sheet from another.
   */
  paper(setup: Setup, state: State): PaperPiece[];
  report(setup: Setup, state: State, room: Room): Section;
  /** Rules of the group that stand one tap away on every screen, if this kind makes any. */
  rules?(setup: Setup, state: State): Phrase[];
  /** What people said one by one, as far as the room may see it. Never of sealed answers. */
  sayings?(setup: Setup, state: State): Saying[];
  /** The activity as a next session of the same group starts with it; `undefined` if there is nothing to bring. */
  carry?(setup: Setup, state: State): { setup: Setup; changes: Change[] } | undefined;
  examples: Example<Setup, Change, Draft>[];
  parts: {
    Editor: () => Promise<ComponentType<EditorProps<Setup>>>;
    Screen?: () => Promise<ComponentType<ScreenProps<Setup, State, Draft>>>;
    Results: () => Promise<ComponentType<ResultsProps<Setup, State>>>;
    Lead?: () => Promise<ComponentType<LeadProps<Setup, State, Change>>>;
    /** Extra pages to print, such as pledge cards: title and content. What is `cutUp` has no foot. */
    prints?: {
      name: string;
      title: Phrase;
      cutUp?: boolean;
      Page: () => Promise<ComponentType<ResultsProps<Setup, State>>>;
    }[];
  };
};

/** A kind whose types are forgotten. What is unknown here was read by `readSetup`, `readDraft` or made by `start`. */
export type AnyKind = AnyRules &
  Omit<Kind<unknown, unknown, unknown, unknown>, keyof Rules<unknown, unknown, unknown>> & {
    readDraft(stored: unknown): unknown;
  };

/** The one place where a kind's types are forgotten, and so the one door where stored data is checked. */
export function defineKind<Setup, Change, State, Draft>(kind: Kind<Setup, Change, State, Draft>): AnyKind {
  const readDraft = (stored: unknown): unknown => {
    if (!kind.turn) return undefined;
    const draft = v.safeParse(kind.turn.schema, stored);
    return draft.success ? draft.output : undefined;
  };
  // Sound because only this kind's own schemas and `start` make the values that reach it: see AnyKind.
  const forgotten = kind as unknown as Kind<unknown, unknown, unknown, unknown>;
  return { ...forgotten, ...forgetRules(kind), readDraft };
}
