import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#workshop/entry.ts';
import { BOX_SIZE, SLOTS, decodeBox, encodeBox, type Box } from './box.ts';

const box = (texts: readonly string[]): Box => ({
  workshop: 'w',
  activity: 'a',
  entry: newId(),
  generation: 3,
  answers: texts.map((text) => ({ id: newId(), text })),
});
const byId = (one: Box) => ({ ...one, answers: one.answers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

describe('the bytes of a sealed box', () => {
  test('what goes in comes out, in no order, and the size never tells how much', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.jsonValue().map((value) => JSON.stringify(value).slice(0, 100)),
          { maxLength: 20 },
        ),
        async (texts) => {
          const before = box(texts.filter((text) => text !== '' && text.isWellFormed()));
          const bytes = await encodeBox(before);
          expect(bytes.length).toBe(BOX_SIZE);
          const after = await decodeBox(bytes);
          expect(after && byId(after)).toEqual(byId(before));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('any changed byte is noticed', async () => {
    const bytes = await encodeBox(box(['"yes"']));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: BOX_SIZE - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ mask;
        expect(await decodeBox(changed)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
    expect(await decodeBox(bytes.slice(0, -1))).toBeUndefined();
  });

  test('the slots are drawn anew at every writing: the first answer is as often last as first', async () => {
    const answers = box(['1', '2', '3']);
    const first = answers.answers[0]?.id;
    let ahead = 0;
    const runs = 200;
    for (let run = 0; run < runs; run += 1) {
      const stored = await decodeBox(await encodeBox(answers));
      if (stored?.answers[0]?.id === first) ahead += 1;
    }
    // A third of 200 is 67; five standard deviations are 33.
    expect(ahead).toBeGreaterThan(33);
    expect(ahead).toBeLessThan(100);
  });

  test('a slot that holds nothing is all zero, whatever it held before', async () => {
    const bytes = await encodeBox(box([]));
    expect(bytes.subarray(1024).every((byte) => byte === 0)).toBe(true);
    const full = box(Array.from({ length: SLOTS }, () => '1'));
    expect((await decodeBox(await encodeBox(full)))?.answers).toHaveLength(SLOTS);
  });
});
