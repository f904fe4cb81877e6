import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type Entry } from '#workshop/entry.ts';
import { findGaps } from './chains.ts';
import { memoryFiles } from './files.ts';
import { decodeRecords, encodeRecord } from './log-file.ts';
import { condemn, makeLog, type LogFiles } from './log.ts';
import { recordOf } from './log-record.ts';
import { discardedKey, withoutWords } from './redact.ts';
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
    async wipe(name) {
      await files.use(name, condemn);
      await files.remove(name);
    },
    scrubInTurn: (work) => work(),
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
    expect(compared).toEqual({ mend: [two], redact: [], added: 1 });
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

describe('what must not be in a log any more', () => {
  const photo = { name: 'a'.repeat(64), type: 'image/png', data: 'UEhPVE8=' };
  const bytesOn = (disk: Map<string, Uint8Array>): string =>
    [...disk.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
  const idsIn = async (disk: Map<string, Uint8Array>) => {
    const log = makeLog(logsOn(disk));
    const { stale } = await log.open();
    const { entries, attachments } = log.all();
    return { stale, entries: entries.map(({ id }) => id).toSorted(), attachments };
  };

  /** Two entries of this workshop with a photo, one of which is redacted later, and one of another workshop. */
  async function filled(disk: Map<string, Uint8Array>, fail?: () => void) {
    const [one, two] = await chain(2);
    const [other] = await chain(1, 'other');
    if (!one || !two || !other) throw new Error('three');
    const said = { ...one, body: JSON.stringify({ text: 'WORDS', photo: photo.name }) };
    await makeLog(logsOn(disk)).append(recordOf({ entries: [said], attachments: [photo] }));
    await makeLog(logsOn(disk)).append(recordOf({ entries: [two, other] }));
    const log = makeLog(logsOn(disk, fail));
    return { said, two, other, log };
  }

  test('words that were redacted are overwritten, with their photo; all else stays', async () => {
    const disk = new Map<string, Uint8Array>();
    const { said, two, other, log } = await filled(disk);
    await log.append(recordOf({ entries: [withoutWords(said)] }));
    expect(bytesOn(disk)).toContain('WORDS');
    expect(await log.scrub()).toBe(0);
    expect(bytesOn(disk)).not.toMatch(/WORDS|UEhPVE8/);
    const ids = [said, two, other].map(({ id }) => id).toSorted();
    expect(await idsIn(disk)).toEqual({ stale: false, entries: ids, attachments: [] });
    const before = [...disk.keys()];
    await log.scrub();
    expect([...disk.keys()]).toEqual(before);
    await log.append(recordOf({ entries: await chain(1, 'third') }));
    expect((await idsIn(disk)).entries).toHaveLength(4);
  });

  test('a workshop that was discarded goes, with every small value of it', async () => {
    const disk = new Map<string, Uint8Array>();
    const { other, log } = await filled(disk);
    const about = (key: string, value: unknown) => ({ key, value, turn: 1, alone: false });
    await log.append(recordOf({ about: [about('copy-of-w', 'FILE'), about('pin', 7)] }));
    await log.append(recordOf({ about: [about(discardedKey('w'), true)] }));
    await log.scrub();
    expect(bytesOn(disk)).not.toMatch(/WORDS|UEhPVE8|FILE/);
    expect(bytesOn(disk)).toContain('"pin"');
    expect(await idsIn(disk)).toEqual({ stale: false, entries: [other.id], attachments: [] });
  });

  test('wherever that is broken off, nothing else is lost, and the next time finishes it', async () => {
    for (let nth = 1, failed = true; failed; nth += 1) {
      const disk = new Map<string, Uint8Array>();
      let calls = 0;
      let broken = false;
      const { said, two, other, log } = await filled(disk, () => {
        calls += 1;
        if (calls === nth) broken = true;
        if (broken) throw new Error('broken');
      });
      failed = await log
        .append(recordOf({ entries: [withoutWords(said)] }))
        .then(() => log.scrub())
        .then(
          () => false,
          () => true,
        );
      const ids = [said, two, other].map(({ id }) => id).toSorted();
      expect((await idsIn(disk)).entries).toEqual(ids);
      const again = makeLog(logsOn(disk));
      await again.open();
      // What the database holds: it was redacted there before.
      await again.compare([withoutWords(said), two, other]);
      await again.scrub();
      expect(bytesOn(disk)).not.toMatch(/WORDS|UEhPVE8/);
      expect(await idsIn(disk)).toEqual({ stale: false, entries: ids, attachments: [] });
      expect(nth).toBeLessThan(40);
    }
  });

  test('an older log, or the other store, never gives redacted words back', async () => {
    const disk = new Map<string, Uint8Array>();
    const { said, log } = await filled(disk);
    await log.append(recordOf({ entries: [withoutWords(said)] }));
    // Owed to the log from before, and written late.
    await makeLog(logsOn(disk)).append(recordOf({ entries: [said] }));
    const after = makeLog(logsOn(disk));
    expect((await after.open()).stale).toBe(true);
    expect(after.all().entries.find(({ id }) => id === said.id)?.body).toBeNull();
    expect(await after.compare([said])).toEqual({ mend: [], redact: [withoutWords(said)], added: 0 });
    expect(await after.gaps([])).toEqual([]);
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
