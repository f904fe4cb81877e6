import type { Section } from '#workshop/section.ts';
import type { Setup } from './model.ts';

/** What was said to the room, row by row. */
export function report(setup: Setup): Section {
  return {
    heading: setup.heading,
    blocks: setup.rows.map((row) => ({ type: 'say', row: { phrase: row.phrase } })),
    table: {
      columns: ['plain', 'easy', 'symbol'],
      rows: setup.rows.map(({ phrase }) => [phrase.plain, phrase.easy, phrase.symbol]),
    },
  };
}
