import * as v from 'valibot';
import { say as sayUi } from '#ui/words.ts';
import type { Turn } from '../kind.ts';
import {
  groupOf,
  groupsAsked,
  limited,
  offered,
  waysOut,
  type Change,
  type PollAnswer,
  type Setup,
  type State,
} from './model.ts';

export const DraftSchema = v.object({
  /** The order in which this person sees the answers. It stays on the tablet and goes with the draft. */
  order: v.pipe(v.array(v.string()), v.maxLength(250)),
  page: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  chosen: v.pipe(v.array(v.string()), v.maxLength(250)),
  /** The group that this person looks into, and whether they are inside it. */
  group: v.exactOptional(v.string()),
  inside: v.exactOptional(v.boolean()),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

const WITHOUT_PICTURES = 4;
const WITH_PICTURES = 6;

/** The ways out as answers, worded as everywhere. */
export const outs = (): PollAnswer[] =>
  waysOut.map((id) => ({ id, phrase: sayUi(id === 'not-sure' ? 'notSure' : 'private') }));

/** The group that was tapped, if it is still there. */
export function groupNow(setup: Setup, draft: Draft): string | undefined {
  return groupsAsked(setup).find(({ id }) => id === draft.group)?.id;
}

/** Whether this step asks for a group. */
export function asksGroup(setup: Setup, draft: Draft): boolean {
  return groupsAsked(setup).length > 0 && !(draft.inside && groupNow(setup, draft) !== undefined);
}

/** Chooses a group: what was chosen in another one no longer holds. */
export function chooseGroup(setup: Setup, draft: Draft, id: string): Draft {
  const inGroup = offered(setup).filter((answer) => groupOf(setup, answer) === id);
  const chosen = draft.chosen.filter((one) => inGroup.some((answer) => answer.id === one));
  return { ...draft, group: id, page: 0, chosen };
}

/** The answers in this person's order; those added since they began come last. */
export function inOrder(setup: Setup, draft: Draft): PollAnswer[] {
  const place = (answer: PollAnswer): number => {
    const at = draft.order.indexOf(answer.id);
    return at < 0 ? draft.order.length : at;
  };
  const group = groupNow(setup, draft);
  return offered(setup)
    .filter((answer) => group === undefined || groupOf(setup, answer) === group)
    .toSorted((a, b) => place(a) - place(b));
}

/** The answers screen by screen: 4 at once, or 6 where each has a picture, shared out evenly. */
export function pagesOf(setup: Setup, draft: Draft): PollAnswer[][] {
  const answers = inOrder(setup, draft);
  const most = answers.every((answer) => answer.phrase.symbol) ? WITH_PICTURES : WITHOUT_PICTURES;
  const pages = Math.max(1, Math.ceil(answers.length / most));
  const size = Math.ceil(answers.length / pages);
  return Array.from({ length: pages }, (_, page) => answers.slice(page * size, (page + 1) * size));
}

/** The page that is open, also when answers were taken out meanwhile. */
export function pageNow(setup: Setup, draft: Draft): number {
  return Math.min(draft.page, pagesOf(setup, draft).length - 1);
}

/** What is chosen of what can be chosen now, in the order of the setup: neither page order nor tap order shows. */
export function chosenNow(setup: Setup, draft: Draft): PollAnswer[] {
  const kept = limited(setup, draft.chosen);
  return [...offered(setup), ...outs()].filter((answer) => kept.includes(answer.id));
}

/** Whether a way out is chosen, which needs no group. */
function isOut(setup: Setup, draft: Draft): boolean {
  return outs().some((out) => limited(setup, draft.chosen).includes(out.id));
}

export const turn: Turn<Setup, Change, State, Draft> = {
  schema: DraftSchema,
  start: (setup, count) => {
    const ids = offered(setup).map((answer) => answer.id);
    // A scale has an order of its own, which must not turn.
    const by = setup.rotate && setup.how !== 'scale' && ids.length > 0 ? count % ids.length : 0;
    return { order: [...ids.slice(by), ...ids.slice(0, by)], page: 0, chosen: [] };
  },
  next: (setup, draft) =>
    asksGroup(setup, draft) && groupNow(setup, draft) !== undefined && !isOut(setup, draft)
      ? { ...draft, page: 0, inside: true }
      : null,
  back: (setup, draft) => {
    if (asksGroup(setup, draft)) return null;
    const page = pageNow(setup, draft);
    if (page > 0) return { ...draft, page: page - 1 };
    return draft.inside && groupsAsked(setup).length > 0 ? { ...draft, inside: false } : null;
  },
  ready: (setup, draft) =>
    asksGroup(setup, draft)
      ? isOut(setup, draft) || groupNow(setup, draft) !== undefined
      : chosenNow(setup, draft).length > 0,
  check: (setup, draft) => chosenNow(setup, draft).map(({ phrase }) => ({ phrase })),
  deliver: (setup, draft) => {
    const chosen = chosenNow(setup, draft).map((answer) => answer.id);
    return { changes: chosen.length > 0 ? [{ type: 'answered', chosen }] : [], attachments: [] };
  },
};
