import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notYet, tooMany, turnsBesides, turnsTaken } from './turns.ts';

const room = (here: number, taken: number, passed: number) => ({ here, turns: { taken, passed } });
const plain = (one: ReturnType<typeof room>): string =>
  [turnsTaken(one), ...turnsBesides(one)].map((phrase) => phrase.plain).join(' ');
const count = fc.integer({ min: 0, max: 10_000 });
const rooms = fc.record({ here: count, turns: fc.record({ taken: count, passed: count }) });

describe('what is said of turns', () => {
  it('says who had a turn, who passed and who is still to have one', () => {
    expect(turnsTaken(room(12, 9, 1)).plain).toBe('9 of 12 people had a turn');
    expect(turnsBesides(room(12, 9, 1)).map((row) => row.plain)).toEqual([
      '1 passed.',
      '2 have not had a turn yet.',
    ]);
  });

  it('speaks of one person as one', () => {
    expect(turnsTaken(room(1, 0, 0)).plain).toBe('0 of 1 person had a turn');
    expect(turnsBesides(room(1, 0, 0)).map((row) => row.easy)).toEqual(['1 has not had a turn yet.']);
  });

  it('says when everyone had a turn, and nothing besides', () => {
    expect(turnsTaken(room(12, 12, 0)).plain).toBe('Everyone here had a turn: 12 of 12 people');
    expect(turnsBesides(room(12, 12, 0))).toEqual([]);
  });

  it('says when everyone was asked and some passed', () => {
    expect(plain(room(12, 11, 1))).toBe('11 of 12 people had a turn 1 passed. Everyone here was asked.');
  });

  it('says plainly when there are more turns than people', () => {
    const text = plain(room(12, 14, 0));
    expect(text).toContain('14 turns were taken');
    expect(text).toContain('more turns than people: 12 people are here');
  });

  it('says that nobody was counted when nobody was', () => {
    expect(plain(room(0, 3, 0))).toBe('3 turns were taken Nobody has been counted yet.');
  });

  it('never counts below nobody, and always adds up', () => {
    fc.assert(
      fc.property(rooms, (one) => {
        const { here, turns } = one;
        expect(notYet(one)).toBeGreaterThanOrEqual(0);
        expect(tooMany(one)).toBe(here > 0 && turns.taken + turns.passed > here);
        if (!tooMany(one) && here > 0) expect(turns.taken + turns.passed + notYet(one)).toBe(here);
        if (tooMany(one)) expect(plain(one)).toContain('more turns than people');
        if (notYet(one) > 0) expect(plain(one)).toContain('not had a turn yet');
      }),
    );
  });

  it('stays short, and has no share or decimal, in Easy Read', () => {
    fc.assert(
      fc.property(rooms, (one) => {
        for (const { easy } of [turnsTaken(one), ...turnsBesides(one)]) {
          expect(easy).not.toMatch(/%|undefined|NaN|\{\{|!/);
          for (const sentence of easy.split('. ')) {
            expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
          }
        }
      }),
    );
  });
});
