import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Combined } from '#wire/office.ts';
import { addUp, type Figure } from './combined.ts';
import { figuresOf, type Given } from './figures.ts';
import { FEWEST } from './units.ts';

/** One workshop that asked the question: where it was, and how many chose each of three answers. */
type Asked = { place: string; counts: readonly [number, number, number] };

const answers = ['Yes', 'No', 'Not sure'];
const asked = fc.record({
  place: fc.constantFrom('York', 'Bath', 'Hull'),
  counts: fc.tuple(fc.nat(6), fc.nat(4), fc.nat(2)),
});
const manyAsked = fc.array(asked, { minLength: 1, maxLength: 8 });

const given = ({ counts }: Asked): Given => ({
  people: counts.reduce((sum, one) => sum + one, 0),
  counts: counts.map((people, place) => ({ answer: answers[place] ?? '', people })),
});

function figure(asked: Asked, number: number): Figure {
  const { standing, given: out } = figuresOf(given(asked), undefined, true);
  const { place } = asked;
  const about = { workshop: `w${number}`, place, kind: 'poll', question: 'Safe?', alike: 'a', standing };
  return { ...about, people: out?.people ?? null, counts: out?.counts ?? [] };
}

/** Every report that anybody can ask for: any selection of workshops, in any breakdown. */
function everyReport(all: readonly Asked[]): { of: ReadonlySet<number>; report: Combined[] }[] {
  const figures = all.map(figure);
  return Array.from({ length: 2 ** all.length }, (_, chosen) => {
    const of = new Set(all.keys().filter((number) => (chosen >> number) & 1));
    return (['none', 'place', 'workshop'] as const).map((by) => {
      return {
        of,
        report: addUp(
          figures.filter((_one, number) => of.has(number)),
          by,
        ),
      };
    });
  }).flat();
}

const numbersIn = (report: readonly Combined[]) => report.map(({ whole, groups }) => ({ whole, groups }));
const peopleOf = (asked: Asked): number => given(asked).people;

describe('figures for fewer than 5 people', () => {
  test('stand in no report, whole or broken down', () => {
    fc.assert(
      fc.property(manyAsked, (all) => {
        for (const { report } of everyReport(all)) {
          for (const { whole, groups } of report) {
            for (const { people } of [...groups, ...(whole.people > 0 ? [whole] : [])]) {
              expect(people).toBeGreaterThanOrEqual(FEWEST);
            }
            // The parts come to the whole: nothing is left over to work out.
            if (groups.length > 0) {
              expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(whole.people);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('change nothing in any report, so that no set of reports together says what they said', () => {
    fc.assert(
      fc.property(manyAsked, fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), (all, other) => {
        // The same workshops, but in the small ones people said something else.
        const changed = all.map((one, number): Asked => {
          if (peopleOf(one) >= FEWEST) return one;
          const [a = 0, b = 0] = other.slice(number * 3);
          const counts = [a, b, 0] as const;
          return { ...one, counts: a + b < FEWEST ? counts : [0, 0, 0] };
        });
        const before = everyReport(all).map(({ report }) => numbersIn(report));
        const after = everyReport(changed).map(({ report }) => numbersIn(report));
        expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('are not what is left when one report is taken from another', () => {
    fc.assert(
      fc.property(manyAsked, (all) => {
        const wholes = everyReport(all.slice(0, 6)).flatMap(({ of, report }) =>
          report.flatMap(({ whole, groups }) => [whole, ...groups].map((one) => ({ of, ...one }))),
        );
        for (const a of wholes.slice(0, 120)) {
          for (const b of wholes) {
            // Only where one holds all of the other does the difference stand for anybody.
            const within = a.group === b.group && [...b.of].every((number) => a.of.has(number));
            const left = a.people - b.people;
            if (within) expect(left === 0 || left >= FEWEST).toBe(true);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are not what is left between two moments either, as answers come in late', () => {
    const step = fc.record({ more: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(1)), isOver: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let now: Asked = { place: 'York', counts: [0, 0, 0] };
        let out: Given | undefined;
        for (const { more, isOver } of steps) {
          const [a, b, c] = now.counts;
          now = { ...now, counts: [a + more[0], b + more[1], c + more[2]] };
          const next = figuresOf(given(now), out, isOver);
          const moved = (next.given?.people ?? 0) - (out?.people ?? 0);
          expect(moved === 0 || moved >= FEWEST).toBe(true);
          if (moved === 0) expect(next.given).toEqual(out);
          expect(next.standing === 'late').toBe(
            next.given !== undefined && next.given.people !== given(now).people,
          );
          out = next.given;
        }
      }),
    );
  });

  test('go at once when somebody asks to be forgotten', () => {
    const six = given({ place: '', counts: [4, 2, 0] });
    const five = given({ place: '', counts: [3, 2, 0] });
    const four = given({ place: '', counts: [2, 2, 0] });
    expect(figuresOf(five, six, true)).toEqual({ standing: 'given', given: five });
    expect(figuresOf(four, six, true)).toEqual({ standing: 'few', given: undefined });
  });
});
