import { describe, expect, test } from 'vitest';
import { newId } from '#workshop/entry.ts';
import { addToBox, listBoxes, readBox, takeFromBox } from './boxes.ts';
import { memoryFiles } from './files.ts';

const sealed = { workshop: 'w', activity: 'a' };
const answer = (text: string) => ({ id: newId(), text });
const texts = async (files: ReturnType<typeof memoryFiles>) =>
  (await readBox(files, sealed))?.answers.map((one) => one.text).toSorted();

/** Fails from the nth write or flush on, as when the power goes (`on`), or just that one (not `on`). */
function breaking(nth: number, on: boolean) {
  let calls = 0;
  return () => {
    calls += 1;
    if (on ? calls >= nth : calls === nth) throw new Error('broken');
  };
}

describe('sealed boxes', () => {
  test('wherever the power goes, what was acknowledged is there and nothing is there half', async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      const disk = new Map<string, Uint8Array>();
      await addToBox(memoryFiles(disk), sealed, [answer('1')]);
      const acknowledged = await addToBox(memoryFiles(disk, breaking(nth, true)), sealed, [
        answer('2'),
        answer('3'),
      ])
        .then(() => true)
        .catch(() => false);
      const after = await texts(memoryFiles(disk));
      expect(acknowledged ? [['1', '2', '3']] : [['1'], ['1', '2', '3']]).toContainEqual(after);
    }
  });

  test('wherever one write fails, trying again counts nobody twice', async () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      for (const before of [[], [answer('1')]]) {
        const disk = new Map<string, Uint8Array>();
        if (before.length > 0) await addToBox(memoryFiles(disk), sealed, before);
        const files = memoryFiles(disk, breaking(nth, false));
        // Even with a new id, as when the screen asks again after an error.
        await addToBox(files, sealed, [answer('2')]).catch(() => addToBox(files, sealed, [answer('2')]));
        expect(await texts(memoryFiles(disk))).toEqual([...before.map((one) => one.text), '2']);
      }
    }
  });

  test('the same ids again change nothing', async () => {
    const files = memoryFiles();
    const mine = answer('1');
    await addToBox(files, sealed, [mine]);
    await addToBox(files, sealed, [mine]);
    expect(await texts(files)).toEqual(['1']);
  });

  test('both copies are the same at rest, also after one was damaged', async () => {
    const disk = new Map<string, Uint8Array>();
    const files = memoryFiles(disk);
    await addToBox(files, sealed, [answer('1')]);
    const [one = new Uint8Array(), two = new Uint8Array()] = disk.values();
    expect(one).toEqual(two);
    one[2000] = 7;
    expect(await listBoxes(files)).toEqual([sealed]);
    const [mended, other] = disk.values();
    expect(mended).toEqual(other);
    expect(await texts(files)).toEqual(['1']);
  });

  test('two damaged copies are said, and not taken for an empty box', async () => {
    const disk = new Map<string, Uint8Array>();
    await addToBox(memoryFiles(disk), sealed, [answer('1')]);
    for (const bytes of disk.values()) bytes[600] = 7;
    await expect(readBox(memoryFiles(disk), sealed)).rejects.toThrow('damaged');
    expect(await listBoxes(memoryFiles(disk))).toEqual([]);
  });

  test('an emptied box is overwritten, then gone; what came meanwhile stays for an entry of its own', async () => {
    const disk = new Map<string, Uint8Array>();
    const files = memoryFiles(disk);
    const [mine, late] = [answer('1'), answer('2')];
    await addToBox(files, sealed, [mine, late]);
    const before = await readBox(files, sealed);
    await takeFromBox(files, sealed, [mine.id]);
    const after = await readBox(files, sealed);
    expect(after?.answers).toEqual([late]);
    expect(after?.entry).not.toBe(before?.entry);
    const copies = [...disk.values()];
    await takeFromBox(files, sealed, [late.id]);
    expect(disk.size).toBe(0);
    expect(copies.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  test('wherever the power goes while emptying, the box is whole or gone', async () => {
    for (let nth = 1; nth <= 24; nth += 1) {
      const disk = new Map<string, Uint8Array>();
      const mine = answer('1');
      await addToBox(memoryFiles(disk), sealed, [mine]);
      await takeFromBox(memoryFiles(disk, breaking(nth, true)), sealed, [mine.id]).catch(() => undefined);
      expect([['1'], undefined]).toContainEqual(await texts(memoryFiles(disk)));
    }
  });

  test('an answer that does not fit, or a full box, is said in words', async () => {
    const files = memoryFiles();
    await expect(addToBox(files, sealed, [answer('x'.repeat(495))])).rejects.toThrow('too long');
    await addToBox(
      files,
      sealed,
      Array.from({ length: 1000 }, () => answer('1')),
    );
    await expect(addToBox(files, sealed, [answer('2')])).rejects.toThrow('full');
  });
});
