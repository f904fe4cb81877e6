import type { Phrase } from '#workshop/phrase.ts';
import type { Room } from '../kind.ts';
import { countOf, groupsAsked, offered, type PollAnswer, type Setup, type State } from './model.ts';
import { outs } from './turn.ts';
import { say } from './words.ts';

export type Told = { id: string; phrase: Phrase; count: number };

/** Every answer there is, offered or not, with its count: all that this poll knows. */
export function everyRow(setup: Setup, state: State): Told[] {
  const now = offered(setup);
  const others = [...setup.answers, ...setup.faces].filter((answer) => !now.includes(answer));
  const known = [...now, ...outs()].map((answer) => counted(state, answer, answer.phrase));
  const gone = others.map((answer) => counted(state, answer, takenOut(answer.phrase)));
  const ids = new Set([...known, ...gone].map((row) => row.id));
  const forgotten = Object.keys(state.counts)
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, phrase: say('forgotten'), count: countOf(state, id) }));
  return [...known, ...gone.filter((row) => row.count > 0), ...forgotten];
}

/** The rows for bars: all answers offered, and the rest where somebody chose it. The most chosen first, but a scale or a ladder in its order. */
export function barRows(setup: Setup, state: State): Told[] {
  const now = new Set(offered(setup).map((answer) => answer.id));
  const rows = everyRow(setup, state).filter((row) => now.has(row.id) || row.count > 0);
  if (setup.how === 'scale' || groupsAsked(setup).length > 0) return rows;
  const byCount = (a: Told, b: Told): number => b.count - a.count;
  const out = new Set(outs().map((answer) => answer.id));
  // The ways out stand below the answers, whatever their count.
  return [
    ...rows.filter((row) => !out.has(row.id)).sort(byCount),
    ...rows.filter((row) => out.has(row.id)).sort(byCount),
  ];
}

/** What came out, as one sentence: the most chosen, or those that share it. */
export function headline(setup: Setup, state: State): Phrase {
  const { people } = state;
  if (people === 0) return say('nobodyYet');
  const rows = everyRow(setup, state);
  const n = Math.max(...rows.map((row) => row.count));
  if (n === 0) return say('noneReadable');
  const first = rows.filter((row) => row.count === n);
  if (first.length > 3) return say('sameMany', { number: first.length, n, people });
  const key = first.length > 1 ? 'same' : setup.how === 'several' ? 'mostChose' : 'most';
  const listed = (part: 'plain' | 'easy'): Phrase =>
    say(key, {
      n,
      people,
      count: people,
      answers: first.map(({ phrase }) => bare(phrase[part] || phrase.plain)).join('; '),
    });
  const phrase = first.length === 1 ? first[0]?.phrase : undefined;
  return {
    plain: listed('plain').plain,
    easy: listed('easy').easy,
    symbol: phrase?.symbol || listed('plain').symbol,
  };
}

/** The sentences beneath: what the numbers do not say by themselves, and who is not in them. */
export function besides(setup: Setup, state: State, room: Room): Phrase[] {
  const { passed, taken } = room.turns;
  const noTurn = room.here - Math.max(taken + passed, state.people);
  const chosen = everyRow(setup, state).reduce((sum, row) => sum + row.count, 0);
  return [
    ...(setup.how === 'several' && chosen > state.people
      ? [say('couldSeveral', { people: state.people })]
      : []),
    ...(state.unread > 0 ? [say('unread', { count: state.unread })] : []),
    ...(passed > 0 ? [say('skipped', { count: passed })] : []),
    ...(noTurn > 0 ? [say('noTurn', { count: noTurn })] : []),
  ];
}

function counted(state: State, answer: PollAnswer, phrase: Phrase): Told {
  return { id: answer.id, phrase, count: countOf(state, answer.id) };
}

function takenOut({ plain, easy, symbol }: Phrase): Phrase {
  return {
    plain: say('takenOut', { answer: plain }).plain,
    easy: say('takenOut', { answer: easy || plain }).easy,
    symbol,
  };
}

/** The words without a full stop, to stand inside a sentence. */
function bare(words: string): string {
  return words.trim().replace(/\.$/, '');
}
