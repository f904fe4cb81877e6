import { expect, it } from 'vitest';
import { asSaid, emptyPhrase } from '#workshop/phrase.ts';
import { applyChange, newWorkshop } from '#workshop/workshop.ts';
import type { Change } from '#workshop/changes.ts';
import { replayAll } from '#workshop/replay.ts';
import { followReport } from './follow.ts';
import { longTable } from './long.ts';
import { makeReport } from './report.ts';

const changes: Change[] = [
  {
    type: 'line-heard',
    line: 'bus',
    words: asSaid('Buses are late'),
    sources: [{ activity: 'b', entry: 'n1' }],
  },
  {
    type: 'will-said',
    will: 'ask',
    line: 'bus',
    what: asSaid('Ask the bus company'),
    who: 'Ann',
    by: '2030-06-01',
    as: 'suggestion',
  },
  { type: 'promise-not-done', promise: 'ask', reason: asSaid('They did not answer'), on: '2030-06-02' },
  { type: 'action-agreed', action: 'tea', what: 'Buy tea', who: 'Bo', by: '' },
  { type: 'promise-done', promise: 'tea', words: emptyPhrase, on: '2030-06-02' },
  {
    type: 'carried-over',
    carried: 'old',
    as: 'will',
    from: { workshop: 's0', activity: '', entry: 'e0' },
    words: asSaid('Mend the lift'),
    who: '',
    by: '',
  },
  { type: 'themed', themes: ['Transport'] },
  { type: 'keep-until-set', until: '2031-01-01', why: 'We meet again' },
];

const workshop = changes.reduce(
  (w, change, place) => applyChange(w, change, { id: String(place), from: [] }),
  newWorkshop(),
);
const rows = longTable(makeReport({ ...replayAll([], () => undefined), workshop })).rows.map((row) =>
  row.join('|'),
);

it('says what was heard, what will be done, and why something is not done', () => {
  const [line] = followReport(workshop).lines;
  expect(line?.wills[0]?.outcomes).toMatchObject([
    { how: 'not-done', words: { plain: 'They did not answer' } },
  ]);
  expect(rows).toContain('0|heard||1|words|Buses are late');
  expect(rows).toContain('0|heard||1|came from|n1');
  expect(rows).toContain('0|we will|Buses are late|1|what|Ask the bus company');
  expect(rows).toContain('0|we will|Buses are late|1|became|not-done');
  expect(rows).toContain('0|we will|Buses are late|1|in words|They did not answer');
});

it('says what became of an action, and where what was carried over came from', () => {
  expect(rows).toContain('0|action||1|became|done');
  expect(rows).toContain('0|last time||1|what|Mend the lift');
  expect(rows).toContain('0|last time||1|from workshop|s0');
  expect(rows).toContain('0|last time||1|from entry|e0');
});

it('says what it is about and until when it is kept, with the reason', () => {
  expect(rows).toContain('0|workshop||1|themes|Transport');
  expect(rows).toContain('0|workshop||1|kept because|We meet again');
});
