import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type Entry } from '#workshop/entry.ts';
import { findGaps } from './chains.ts';
import { memoryFiles } from './files.ts';
import { decodeRecords, encodeRecord } from './log-file.ts';
import { makeLog, type LogFiles } from './log.ts';
import { recordOf } from './log-record.ts';
import { hashOf } from './stamp.ts';

/** Logs on a disk of memory; every log is of a tab that is gone by the time another one asks. */
function logsOn(disk: Map<string, Uint8Array>, fail: () => void = () => undefined): LogFiles {
  const files = memoryFiles(disk, fail);
  return {
    names: async () => [...disk].map(([name, bytes]) => ({ name, live: false, size: bytes.length })),
    read: async (name) => new Uint8Array(disk.get(name) ?? []),
    async make() {
      const name = `journal-${newId()}.log`;
      disk.set(name, new Uint8Array());
      return files.use(name, (handle) => ({ name, handle, close: () => undefined }));
    },
    remove: files.remove,
    reserve: async () => 0,
  };
}

async function chain(length: number, workshop = 'w', tablet = 't'): Promise<Entry[]> {
  const entries: Entry[] = [];
  let previous = '';
  for (let place = 1; place <= length; place += 1) {
    const salt = newId();
    const entry = {
      id: newId(),
      workshop,
      activity: '',
      tablet,
      place,
      counter: place,
      from: [],
      previous,
      salt,
      body: `${place}`,
    };
    entries.push(entry);
    previous = await hashOf(entry);
  }
  return entries;
}

describe('the bytes of a log', () => {
  test('whatever was written comes back, and a torn end is cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.nat(), (texts, cut) => {
        const records = texts.map(encodeRecord);
        const whole = new Uint8Array(records.flatMap((bytes) => [...bytes]));
        expect(decodeRecords(whole)).toEqual({ texts, torn: 0, damaged: 0 });
        const last = records.at(-1)?.length ?? 0;
        const left = 1 + (cut % (last - 1));
        const torn = decodeRecords(whole.slice(0, whole.length - last + left));
        expect(torn).toEqual({ texts: texts.slice(0, -1), torn: left, damaged: 0 });
      }),
    );
  });

  test('a damaged record is counted, and those after it are still read', () => {
    const records = ['one', 'two', 'three'].map(encodeRecord);
    const bytes = new Uint8Array(records.flatMap((record) => [...record]));
    bytes[20] = 7;
    expect(decodeRecords(bytes)).toEqual({ texts: ['one', 'three'], torn: 0, damaged: 1 });
  });
});

describe('the log', () => {
  test('wherever a write or flush fails, what was acknowledged is there once more is asked', async () => {
    const entries = await chain(6);
    for (let nth = 1; nth <= 14; nth += 1) {
      const disk = new Map<string, Uint8Array>();
      let calls = 0;
      const log = makeLog(
        logsOn(disk, () => {
          calls += 1;
          if (calls === nth) throw new Error('broken');
        }),
      );
      const kept: string[] = [];
      for (const entry of entries) {
        await log.append(recordOf({ entries: [entry] })).then(
          () => kept.push(entry.id),
          () => undefined,
        );
      }
      const after = makeLog(logsOn(disk));
      await after.open();
      const ids = after.all().entries.map((entry) => entry.id);
      expect(kept.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('it takes what it lacks, gives what the other lacks, and says what is altered there', async () => {
    const entries = await chain(4);
    const [one, two, three, four] = entries;
    if (!one || !two || !three || !four) throw new Error('four');
    const log = makeLog(logsOn(new Map()));
    await log.append(recordOf({ entries: [one, two, four] }));
    await log.open();
    const compared = await log.compare([one, { ...two, body: '"forged"' }, three]);
    expect(compared).toEqual({ mend: [two], added: 1 });
    expect(log.rest()).toEqual([four]);
    expect(log.rest()).toEqual([]);
    await log.open();
    expect(log.all().entries).toHaveLength(4);
    expect(await log.gaps([])).toEqual([]);
  });

  test('many logs become one, and nothing is lost', async () => {
    const disk = new Map<string, Uint8Array>();
    const entries = await chain(9);
    for (const entry of entries) await makeLog(logsOn(disk)).append(recordOf({ entries: [entry] }));
    const log = makeLog(logsOn(disk));
    await log.open();
    expect(await log.tidy()).toBe(9);
    expect(disk.size).toBe(1);
    await log.open();
    expect(log.all().entries.toSorted((a, b) => a.place - b.place)).toEqual(entries);
  });
});

describe('gaps', () => {
  test('a whole chain has none, however its entries are ordered', async () => {
    expect(await findGaps((await chain(5)).toReversed(), [])).toEqual([]);
  });

  test('what is missing is counted: in the middle, and at the end if anybody knew of it', async () => {
    const entries = await chain(5);
    expect(await findGaps(entries.toSpliced(2, 1), [])).toEqual([
      { workshop: 'w', tablet: 't', missing: 1, altered: 0 },
    ]);
    const end = { workshop: 'w', tablet: 't', place: 8 };
    expect((await findGaps(entries, [end]))[0]?.missing).toBe(3);
    expect((await findGaps([], [end]))[0]?.missing).toBe(8);
  });

  test('what was altered no longer fits the next; what was redacted is believed', async () => {
    const [one, two] = await chain(2);
    if (!one || !two) throw new Error('two');
    expect((await findGaps([{ ...one, body: '"forged"' }, two], []))[0]?.altered).toBe(1);
    expect(await findGaps([{ ...one, salt: null, body: null }, two], [])).toEqual([]);
  });
});
