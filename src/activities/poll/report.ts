import type { Section } from '#workshop/section.ts';
import type { Room } from '../kind.ts';
import type { Setup, State } from './model.ts';
import { barRows, besides, everyRow, headline } from './told.ts';

/** What came out in sentences, then in numbers. The table holds counts only: no row is a person. */
export function report(setup: Setup, state: State, room: Room): Section {
  const counts = barRows(setup, state).map(({ phrase, count }) => ({ phrase, count }));
  return {
    heading: setup.question,
    blocks: [
      { type: 'say', row: { phrase: headline(setup, state) } },
      { type: 'counts', of: state.people, rows: counts },
      ...besides(setup, state, room).map((phrase) => ({ type: 'say' as const, row: { phrase } })),
    ],
    table: {
      columns: ['id', 'answer', 'people', 'of'],
      rows: everyRow(setup, state).map((row) => [row.id, row.phrase.plain, row.count, state.people]),
      means: { words: ['answer'], chosen: { people: 'people', of: 'of' } },
    },
  };
}
