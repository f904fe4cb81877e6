import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ChangeSchema, type Change } from './changes.ts';
import type { Entry } from './entry.ts';
import { carriedAs, pledgeOutcomes, type Source } from './follow-changes.ts';
import { outcomesOf } from './heard.ts';
import { asSaid } from './phrase.ts';
import { replayAll } from './replay.ts';
import { promisesOf } from './series.ts';

const few = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('One', 'Two', 'Three');
const said = text.map((words) => asSaid(words));
const someDay = fc.constantFrom('', '2030-03-05', '2031-01-01');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    type: fc.constant('line-heard' as const),
    line: few,
    words: said,
    sources: fc.constant<Source[]>([]),
  }),
  fc.record({
    type: fc.constantFrom('line-agreed' as const, 'line-removed' as const, 'line-brought-back' as const),
    line: few,
  }),
  fc.record({ type: fc.constant('line-corrected' as const), line: few, words: text }),
  fc.record({
    type: fc.constant('will-said' as const),
    will: few,
    line: few,
    what: said,
    who: text,
    by: someDay,
    as: fc.constantFrom('decision' as const, 'suggestion' as const, '' as const),
  }),
  fc.record({ type: fc.constantFrom('will-removed' as const, 'will-brought-back' as const), will: few }),
  fc.record({ type: fc.constant('promise-done' as const), promise: few, words: said, on: someDay }),
  fc.record({ type: fc.constant('promise-not-done' as const), promise: few, reason: said, on: someDay }),
  fc.record({ type: fc.constant('promise-opened-again' as const), promise: few }),
  fc.record({ type: fc.constant('put-in-series' as const), series: few, name: text, after: fc.constant('') }),
  fc.record({
    type: fc.constant('carried-over' as const),
    carried: few,
    as: fc.constantFrom(...carriedAs),
    words: said,
    who: text,
    by: someDay,
    from: fc.record({ workshop: few, activity: fc.constant(''), entry: few }),
  }),
  fc.record({ type: fc.constant('held-up' as const), what: few }),
  fc.record({ type: fc.constant('carried-left' as const), carried: few }),
  fc.record({
    type: fc.constant('pledge-looked-at' as const),
    carried: few,
    how: fc.constantFrom(...pledgeOutcomes),
    words: text,
  }),
  fc.record({ type: fc.constant('themed' as const), themes: fc.array(text, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('keep-until-set' as const),
    until: fc.constantFrom('2030-01-01', '2031-01-01'),
    why: text,
  }),
);
const journal = fc
  .array(
    fc.record({
      change,
      tablet: few,
      counter: fc.integer({ min: 1, max: 9 }),
      from: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ change: body, tablet, counter, from }, place): Entry => ({
      id: `e${place}`,
      workshop: 'w',
      activity: '',
      tablet,
      place,
      counter,
      from: from.map((n) => `e${n}`),
      previous: '',
      salt: 's',
      body: JSON.stringify(body),
    })),
  );

describe('any journal of these', () => {
  it('tells the same in any order and with any repeats, and understands all of it', () => {
    fc.assert(
      fc.property(journal, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (entries, dice) => {
        const mixed = [...entries, ...entries.filter((_, place) => place % 3 === 0)]

          .map((entry, place) => ({ entry, at: dice[place] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        const whole = replayAll(entries, () => undefined);
        expect(replayAll(mixed, () => undefined)).toEqual(whole);
        expect(whole.newer).toBe(0);
      }),
    );
  });
  it('never has something not done without a reason, nor loses what the room said', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const { follow } = replayAll(entries, () => undefined).workshop;
        const outcomes = Object.keys(follow.outcomes).flatMap((id) => outcomesOf(follow, id));
        for (const { how, words } of outcomes)
          if (how === 'not-done') expect(words.plain.trim()).not.toBe('');
        const corrected = entries.filter(({ body }) => body?.includes('"line-corrected"')).length;
        const kept = Object.values(follow.lines).flatMap(({ readings }) =>
          readings.filter(({ agreed }) => !agreed),
        );
        expect(kept).toHaveLength(corrected);
      }),
    );
  });
  it('carries over only what the next session can read', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const { workshop } = replayAll(entries, () => undefined);
        for (const { id, carried } of promisesOf('w', workshop)) {
          expect(v.is(ChangeSchema, { type: 'carried-over', carried: id, ...carried })).toBe(true);
        }
      }),
    );
  });
});
