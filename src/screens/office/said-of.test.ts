import { describe, expect, it } from 'vitest';
import type { Listed } from '#wire/office.ts';
import { asSaid } from '#workshop/phrase.ts';
import { aboutOf, handedOf, lineOf, momentInWords, titleOf } from './said-of.ts';
import { inPlace } from './useSteady.ts';

const listed: Listed = {
  workshop: 'w',
  title: asSaid('Having our say'),
  date: '2030-03-05',
  where: 'Acomb Hall',
  ledBy: 'Ann',
  state: 'finished',
  people: 12,
  activities: 2,
  themes: [],
  series: null,
  keepUntil: '',
  entries: 40,
  unread: 0,
  waiting: 0,
  missing: 0,
  deleted: false,
  upToDate: true,
};

describe('a workshop in the list of the office', () => {
  it('says its day, its place, how far it is and how many were there', () => {
    expect(lineOf(listed, '2030-03-09').plain).toBe(
      'Tuesday 5 March. In Acomb Hall. Finished. 12 people took part.',
    );
    expect(lineOf({ ...listed, date: '', where: ' ', state: 'preparing' }).plain).toBe('Being prepared.');
  });
  it('says what is its series and what are its themes, and nothing of what nobody gave', () => {
    const series = { id: 's', name: 'Buses in Acomb' };
    const plain = (of: Partial<Listed>) => aboutOf({ ...listed, ...of }).map((row) => row.plain);
    expect(plain({ series, themes: ['Transport', 'Money'] })).toEqual([
      'Series: Buses in Acomb',
      'Themes: Transport, Money',
    ]);
    expect(plain({ themes: ['Transport'] })).toEqual(['Themes: Transport']);
    expect(plain({ series: { ...series, name: ' ' }, themes: [' '] })).toEqual([]);
  });
  it('has a name even where nobody gave it one', () => {
    expect(titleOf({ title: asSaid(' ') }).plain).toBe('A workshop without a name');
  });
  it('says what is still to come, and that all is in only once it is over', () => {
    expect(handedOf({ ...listed, waiting: 14, missing: 3 })?.plain).toBe('Up to 14 still to hand in');
    expect(handedOf({ ...listed, missing: 1 })?.plain).toBe('1 entry has not come yet');
    expect(handedOf(listed)?.plain).toBe('Everything is in the office.');
    expect(handedOf({ ...listed, state: 'running' })).toBeUndefined();
  });
  it('says a moment as people do, and nothing where there is none', () => {
    const at = new Date(2026, 10, 23, 14, 5);
    expect(momentInWords(at.toISOString())).toMatch(/23 November.*, 2\.05pm$/);
    expect(momentInWords('never')).toBe('');
  });
});

describe('rows that do not jump', () => {
  it('stay where they are, each as it is now', () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
      { id: 'gone', n: 1 },
    ];
    const now = [
      { id: 'new', n: 2 },
      { id: 'b', n: 2 },
      { id: 'a', n: 2 },
    ];
    expect(inPlace(before, now, ({ id }) => id)).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 2 },
      { id: 'gone', n: 1 },
    ]);
  });
});
