import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { decodeBox } from '#journal/box.ts';
import { EntrySchema } from '#workshop/entry.ts';
import { SealedSchema } from '#workshop/replay.ts';
import { startTablet } from '../support/browser.ts';
import { filesWith, isBox, profileFiles } from '../support/profile.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { placesOf, tracesOf, type Traces } from '../support/traces.ts';
import { choose, foot } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

/** Five people who each say something else, so that an answer tells whose it is to whoever knows the order. */
const inOrder = [
  { id: 'not-sure', words: 'I am not sure' },
  ...taster.poll.answers.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
].slice(0, 5);

const AnsweredSchema = v.strictObject({ type: v.literal('answered'), chosen: v.tuple([v.string()]) });
const placeInOrder = (change: unknown): number => {
  const [chosen] = v.parse(AnsweredSchema, change).chosen;
  return inOrder.findIndex(({ id }) => id === chosen);
};

/** Pairs that stand in the order in which people came. */
function pairsInOrder(places: readonly number[]): number {
  return places.flatMap((place, at) => places.slice(at + 1).filter((later) => later > place)).length;
}

async function toThePoll(): Promise<Rehearsal> {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  toClear.push(() => day.tablet().close());
  await day.makeWorkshop(taster.name);
  await day.start(inOrder.length);
  await day.nextUpTo(taster.poll.question);
  return day;
}

/** What the box holds, slot by slot. */
async function boxOf(day: Rehearsal) {
  const boxes = profileFiles(day.tablet()).filter(({ bytes }) => isBox(bytes));
  const [one, two] = boxes.map(({ bytes }) => bytes);
  expect(boxes).toHaveLength(2);
  expect(one && two && one.equals(two)).toBe(true);
  const bytes = new Uint8Array(one ?? []);
  const box = await decodeBox(bytes);
  if (!box) throw new Error('The box cannot be read.');
  return { bytes, ...box };
}

// Strict, so that nothing stands beside the envelope but its number in the order of keeping.
const KeptSchema = v.strictObject({ ...EntrySchema.entries, kept: v.number() });
const entriesIn = (traces: Traces) =>
  v.parse(v.array(KeptSchema), JSON.parse(traces['IndexedDB cuppa entries'] ?? '[]'));
const batchesIn = (entries: ReturnType<typeof entriesIn>) =>
  entries.flatMap((entry) => {
    const read = v.safeParse(SealedSchema, JSON.parse(entry.body ?? 'null'));
    return read.success ? [{ entry, answers: read.output.answers }] : [];
  });

/** Every number in the bytes that could be a time of today, in any of the usual ways to write one. */
function timesIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const now = Date.now();
  const isNow = (value: number): boolean =>
    [1e-3, 1, 1e3, 1e6].some((unit) => Math.abs(value / unit - now) < 12 * 3_600_000);
  const written = Array.from({ length: bytes.length - 8 }, (_, at) => at).flatMap((at) =>
    [true, false].flatMap((little) => [
      view.getFloat64(at, little),
      Number(view.getBigUint64(at, little)),
      view.getUint32(at, little),
    ]),
  );
  const digits = new TextDecoder('latin1').decode(bytes).match(/\d{10,19}/g) ?? [];
  return [...written, ...digits.map(Number)].filter(isNow);
}

/** The bytes without what is random by itself: the digest, and the id in each slot. */
function withoutRandom(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy.fill(0, 8, 40);
  for (let at = 1024; at < copy.length; at += 512) copy.fill(0, at + 2, at + 18);
  return copy;
}

test('a time of today is seen in whatever way it is written', () => {
  const bytes = () => new DataView(new ArrayBuffer(64));
  const [float, whole, seconds] = [bytes(), bytes(), bytes()];
  float.setFloat64(3, Date.now());
  whole.setBigUint64(9, BigInt(Date.now()) * 1000n, true);
  seconds.setUint32(1, Math.floor(Date.now() / 1000));
  const text = new TextEncoder().encode(`{"at":"${Date.now()}"}`.padEnd(64));
  for (const written of [float, whole, seconds].map(({ buffer }) => new Uint8Array(buffer)).concat(text)) {
    expect(timesIn(written)).not.toEqual([]);
  }
  expect(timesIn(new Uint8Array(64))).toEqual([]);
});

const LOG = /journal-\w+\.log$/;

test('while a sealed poll is open, and after it, no store tells who said what', async () => {
  const day = await toThePoll();
  const rounds = 3;
  let slots = { pairs: 0, inOrder: 0 };
  let batch = { pairs: 0, inOrder: 0 };
  const add = (sum: typeof slots, places: readonly number[]) => ({
    pairs: sum.pairs + (places.length * (places.length - 1)) / 2,
    inOrder: sum.inOrder + pairsInOrder(places),
  });

  for (let round = 1; round <= rounds; round += 1) {
    await day.handRound();
    for (const { words } of inOrder) {
      await day.takeTurn({ answer: [choose(words)], help: /^With help$/ });
      const { answers } = await boxOf(day);
      slots = add(
        slots,
        answers.map(({ text }) => placeInOrder(JSON.parse(text))),
      );
    }

    // Open: no store but the box has an answer.
    const open = await tracesOf(day.page());
    const entries = entriesIn(open);
    expect(batchesIn(entries)).toHaveLength(round - 1);
    expect(entries.filter(({ body }) => body?.includes('"answered"'))).toHaveLength(round - 1);
    const { bytes, answers } = await boxOf(day);
    for (const { id } of answers) expect(placesOf(open, id)).toEqual([]);
    const outside = (words: string) => filesWith(day.tablet(), words).filter((file) => !isBox(file.bytes));
    for (const { id, text } of answers) {
      expect(outside(id).map(({ name }) => name)).toEqual([]);
      if (round === 1) expect(outside(text).map(({ name }) => name)).toEqual([]);
    }
    // The box has the answers, and neither time, tablet nor turn.
    expect(answers.map((answer) => Object.keys(answer).toSorted())).toEqual(
      inOrder.map(() => ['id', 'text']),
    );
    const latin = Buffer.from(bytes).toString('latin1');
    for (const { id, tablet } of entries) {
      expect(latin).not.toContain(tablet);
      expect(latin).not.toContain(id);
      expect(bytes.join()).not.toContain(Buffer.from(id, 'hex').join());
    }
    expect(timesIn(withoutRandom(bytes))).toEqual([]);

    await day.backToLead();
    const result = day.page().getByText(`${round} of ${round * inOrder.length} people`);
    expect(await result.count()).toBe(0);
    await day.show();
    await result.first().waitFor();

    // Closed: one entry more, whose answers are in the order of their random ids.
    const closed = await tracesOf(day.page());
    const batches = batchesIn(entriesIn(closed));
    expect(batches).toHaveLength(round);
    const last = batches.find(({ answers: [first] }) => answers.some(({ id }) => id === first?.id));
    const ids = last?.answers.map(({ id }) => id) ?? [];
    expect(ids).toEqual(answers.map(({ id }) => id).toSorted());
    expect(JSON.parse(last?.entry.body ?? '')).toEqual({
      type: 'sealed-answers',
      answers: ids.map((id) => ({ id, change: { type: 'answered', chosen: [expect.any(String)] } })),
    });
    // In the database and in the log beside it, there too as one record in that order, and nowhere else.
    const logs = Object.entries(closed).filter(([place]) => LOG.test(place));
    for (const id of ids) {
      expect(placesOf(closed, id).filter((place) => !LOG.test(place))).toEqual(['IndexedDB cuppa entries']);
      expect(placesOf(Object.fromEntries(logs), id)).toHaveLength(1);
    }
    const inLog = ids.map((id) =>
      logs
        .map(([, text]) => text)
        .join('\n')
        .indexOf(id),
    );
    expect(inLog).toEqual(inLog.toSorted((a, b) => a - b));
    expect(profileFiles(day.tablet()).filter((file) => isBox(file.bytes))).toEqual([]);
    batch = add(batch, last?.answers.map(({ change }) => placeInOrder(change)) ?? []);
    if (round < rounds) await day.press(day.button('Open it again'));
  }

  // Were each order drawn by chance, half of the pairs of slots would stand in the order of the turns: 30 of 60,
  // with a standard deviation of 4.7. Five of them are passed once in a million runs; any order that is kept gives 60 or 0.
  expect(slots.pairs).toBe(60);
  expect(Math.abs(slots.inOrder - 30)).toBeLessThan(24);
  // Of three batches in a row, all are sorted by turn (or all against) once in 860,000 runs.
  expect(batch.pairs).toBe(30);
  expect([0, 30]).not.toContain(batch.inOrder);
  day.tablet().expectQuiet();
});

test('a browser that is killed at any moment of a sealed poll loses no answer and doubles none', async () => {
  const day = await toThePoll();
  const [first, second, third, fourth, fifth] = inOrder.map(({ words }) => choose(words));
  if (!first || !second || !third || !fourth || !fifth) throw new Error('The poll has too few answers.');
  /** Whether the answer was saved or still stands to be checked, it is saved after this. */
  const goOn = async (): Promise<void> => {
    const asked = day.page().getByRole('heading', { level: 1, name: /is this what you want to say/i });
    await asked.or(day.button('It is my turn')).first().waitFor();
    if ((await asked.count()) > 0) await day.finishTurn();
  };
  await day.handRound();
  // Between two people; while an answer is checked; the moment it is given.
  await day.takeTurn({ answer: [first] });
  await day.crash();
  await day.turnToCheck({ answer: [second] });
  await day.crash();
  await goOn();
  for (const answer of [third, fourth, fifth]) {
    await day.turnToCheck({ answer: [answer] });
    await day.press(foot(day.page()).getByRole('button', { name: 'Done' }));
    await day.crash();
    await goOn();
  }
  expect((await boxOf(day)).answers).toHaveLength(5);

  // The moment the answers are shown.
  await day.backToLead();
  await day.press(day.button('Show the answers'));
  await day.press(day.page().getByRole('dialog').getByRole('button', { name: 'Show the answers' }));
  await day.crash();
  await day.open('lead');
  await day.show();
  await day.page().getByText('1 of 5 people').first().waitFor();
  await day.page().getByText('5 of 5 people').first().waitFor();

  const entries = entriesIn(await tracesOf(day.page()));
  const answers = batchesIn(entries).flatMap((batch) => batch.answers);
  const said = answers.map(({ change }) => placeInOrder(change)).toSorted((a, b) => a - b);
  expect(said).toEqual([0, 1, 2, 3, 4]);
  expect(entries.filter(({ body }) => body?.includes('"turn-taken"'))).toHaveLength(5);
  expect(profileFiles(day.tablet()).filter((file) => isBox(file.bytes))).toEqual([]);
  day.tablet().expectQuiet();
});
