import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrange,
  begin,
  choose,
  goOn,
  hereAt,
  MOST,
  ROUNDS,
  stopsOf,
  type Place,
  type Tree,
} from './switch.ts';

/** Any page: stops that are numbered, in groups of groups, some of them empty. */
const pages: fc.Arbitrary<Tree<number>[]> = fc
  .letrec<{ tree: Tree<null>; trees: Tree<null>[] }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constant({ stop: null }),
      tie('trees').map((group) => ({ group })),
    ),
    trees: fc.array(tie('tree'), { maxLength: 14 }),
  }))
  .trees.map(numbered);

function numbered(trees: readonly Tree<null>[]): Tree<number>[] {
  let next = 0;
  const number = (tree: Tree<null>): Tree<number> =>
    'stop' in tree ? { stop: next++ } : { group: tree.group.map(number) };
  return trees.map(number);
}

const inTens = (a: number, b: number): boolean => Math.floor(a / 4) === Math.floor(b / 4);
const levels = <T>(trees: readonly Tree<T>[]): (readonly Tree<T>[])[] => [
  trees,
  ...trees.flatMap((tree) => ('group' in tree ? levels(tree.group) : [])),
];

describe('arranging', () => {
  test('keeps every stop, in its order, and never has more than nine beside one another', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const arranged = arrange(page, inTens);
        expect(stopsOf(arranged)).toEqual(stopsOf(page));
        for (const level of levels(arranged)) expect(level.length).toBeLessThanOrEqual(MOST);
        // A group of one, or of none, is a press for nothing.
        for (const level of levels(arranged).slice(1)) expect(level.length).toBeGreaterThan(1);
      }),
    );
  });

  test('leaves nine and fewer ungrouped, and groups ten by their rows', () => {
    const stops = (many: number): Tree<number>[] => Array.from({ length: many }, (_, stop) => ({ stop }));
    expect(arrange([{ group: stops(9) }], inTens)).toEqual(stops(9));
    expect(arrange([{ group: stops(10) }], inTens)).toEqual([
      { group: stops(10).slice(0, 4) },
      { group: stops(10).slice(4, 8) },
      { group: stops(10).slice(8) },
    ]);
    expect(arrange(stops(10), () => false)).toEqual([
      { group: stops(10).slice(0, 5) },
      { group: stops(10).slice(5) },
    ]);
  });

  test('a thousand stops are at most four presses away', () => {
    const many = arrange(
      Array.from({ length: 1000 }, (_, stop) => ({ stop })),
      () => false,
    );
    expect(depth(many)).toBeLessThanOrEqual(4);
  });
});

const depth = (trees: readonly Tree<number>[]): number =>
  Math.max(1, ...trees.map((tree) => ('group' in tree ? 1 + depth(tree.group) : 1)));

describe('scanning', () => {
  test('comes to every stop by waiting and choosing alone', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const trees = arrange(page, inTens);
        for (const stop of stopsOf(trees)) expect(reach(trees, stop)).toBe(stop);
      }),
    );
  });

  test('always stands at something that is there, whatever is pressed', () => {
    const moves = fc.array(fc.boolean(), { maxLength: 60 });
    fc.assert(
      fc.property(pages, moves, fc.boolean(), (page, pressed, rests) => {
        const trees = arrange(page, inTens);
        let place = begin(trees);
        for (const chooses of pressed) {
          place = chooses ? choose(trees, place).place : goOn(trees, place, rests);
          const here = hereAt(trees, place);
          if (place) expect(here.at).not.toBe('rest');
          if (here.at === 'group' || here.at === 'out') expect(here.stops.length).toBeGreaterThan(1);
          if (place) expect(place.round).toBeLessThanOrEqual(ROUNDS);
        }
      }),
    );
  });

  test('rests after three rounds at any level, and a press starts it again from the first', () => {
    fc.assert(
      fc.property(
        pages.filter((page) => stopsOf(page).length > 0),
        fc.nat(8),
        (page, waits) => {
          const trees = arrange(page, inTens);
          let place = begin(trees);
          for (let wait = 0; wait < waits; wait++) place = goOn(trees, place, false);
          if (hereAt(trees, place).at === 'group') place = choose(trees, place).place;
          const inGroup = (place?.path.length ?? 0) > 1;
          let seen = 0;
          const start = JSON.stringify(place?.path);
          while (place) {
            if (JSON.stringify(place.path) === start) seen++;
            place = goOn(trees, place);
          }
          expect(seen).toBe(ROUNDS);
          expect(hereAt(trees, place)).toEqual({ at: 'rest' });
          expect(choose(trees, place)).toEqual({ place: begin(trees) });
          if (inGroup) expect(begin(trees)?.path).toEqual([0]);
        },
      ),
    );
  });

  test('somebody who steps by hand is never stopped', () => {
    fc.assert(
      fc.property(
        pages.filter((page) => stopsOf(page).length > 0),
        fc.nat(200),
        (page, steps) => {
          const trees = arrange(page, inTens);
          let place = begin(trees);
          for (let step = 0; step < steps; step++) place = goOn(trees, place, false);
          expect(place).not.toBeNull();
        },
      ),
    );
  });

  test('the way out stands after the last of a group, and leads back to the group', () => {
    const trees: Tree<string>[] = [{ group: [{ stop: 'yes' }, { stop: 'no' }] }, { stop: 'done' }];
    const inside = choose(trees, begin(trees)).place;
    expect(hereAt(trees, inside)).toEqual({ at: 'stop', stop: 'yes' });
    const out = goOn(trees, goOn(trees, inside));
    expect(hereAt(trees, out)).toEqual({ at: 'out', stops: ['yes', 'no'] });
    const back = choose(trees, out).place;
    expect(hereAt(trees, back)).toEqual({ at: 'group', stops: ['yes', 'no'] });
    expect(hereAt(trees, goOn(trees, back))).toEqual({ at: 'stop', stop: 'done' });
  });

  test('with nothing on the screen it rests', () => {
    expect(begin([])).toBeNull();
    expect(choose([], null)).toEqual({ place: null });
    expect(goOn([], null)).toBeNull();
  });
});

/** Waits and chooses as a person does, until this stop is chosen. */
function reach(trees: readonly Tree<number>[], stop: number): number | undefined {
  let place: Place = begin(trees);
  for (let moves = 0; moves < 200; moves++) {
    const here = hereAt(trees, place);
    const wanted = here.at === 'stop' ? here.stop === stop : here.at === 'group' && here.stops.includes(stop);
    if (!wanted) place = goOn(trees, place);
    else {
      const pressed = choose(trees, place);
      if (pressed.chosen !== undefined) return pressed.chosen;
      place = pressed.place;
    }
  }
  return undefined;
}
