import { expect, test } from 'vitest';
import { asSaid } from '#workshop/phrase.ts';
import { newWorkshop } from '#workshop/workshop.ts';
import { followReport } from './follow.ts';
import { longTable } from './long.ts';
import type { Report } from './report.ts';

const report: Report = {
  about: { title: asSaid('Having our say'), date: '2030-03-05', where: 'York', ledBy: 'Ann' },
  here: 12,
  startedAt: 0,
  finishedAt: 0,
  rules: [],
  parts: [
    {
      activity: 'a',
      kind: 'poll',
      section: {
        heading: asSaid('Tea?'),
        blocks: [],
        table: { columns: ['answer', 'people'], rows: [['Yes', 3]] },
      },
      why: '',
      turns: { taken: 3, passed: 1 },
      helped: { alone: 2, 'with-help': 1, 'for-them': 0 },
      papers: { count: 2, answers: ['e1', 'e2'], photos: [] },
      notes: ['Milk was missing.'],
    },
    {
      activity: 'b',
      kind: 'ladder',
      section: null,
      why: 'newer',
      turns: { taken: 0, passed: 0 },
      helped: null,
      papers: { count: 0, answers: [], photos: [] },
      notes: [],
    },
  ],
  notes: ['It was cold.'],
  actions: [{ id: 'x', what: 'Buy milk', who: 'Bo', by: '2030-04-01' }],
  newer: 0,
  follow: followReport(newWorkshop()),
  wording: { checked: null, own: [], leftOut: [] },
};

const told = longTable(report).rows.map((row) => row.join(' | '));

test('every cell of a part stands in the long table under its number, heading and column', () => {
  expect(told).toContain('1 | poll | Tea? | 1 | answer | Yes');
  expect(told).toContain('1 | poll | Tea? | 1 | people | 3');
});

test('turns, help, notes and actions stand there too, as part 0', () => {
  expect(told).toContain('0 | turns | Tea? | 1 | taken | 3');
  expect(told).toContain('0 | turns | Tea? | 1 | with help | 1');
  expect(told).toContain('0 | turns | Tea? | 1 | on paper | 2');
  expect(told).toContain('0 | paper | Tea? | 2 | id | e2');
  expect(told).toContain('0 | note |  | 1 | text | It was cold.');
  expect(told).toContain('0 | note | Tea? | 2 | text | Milk was missing.');
  expect(told).toContain('0 | action |  | 1 | by | 2030-04-01');
});
