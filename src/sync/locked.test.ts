import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { lock, lockWith, readLocked, unlock, type LockKey } from './locked.ts';
import { fourWords, HOW_MANY } from './plain-words.ts';
import { withDigest } from '#journal/workshop-file.ts';

const words = 'brave kettle purple lane';
const secret = JSON.stringify({ said: 'Zażółć 🫖', many: 'x'.repeat(500) });
let key: LockKey;
let file: string;
beforeAll(async () => {
  key = await lockWith(words);
  file = await lock(secret, key);
});

/** A file changed by somebody who also mends its digest. */
async function forged(change: (text: string) => string): Promise<string> {
  const body = `${file.slice(0, file.lastIndexOf(',"digest"'))}}`;
  return withDigest(change(body));
}

describe('a locked file', () => {
  test('opens with its words, also as a tablet writes them, and shows nothing without', async () => {
    expect(file).not.toContain('said');
    expect(await unlock(file, words)).toBe(secret);
    expect(await unlock(`\uFEFF${file}\n`, '  Brave  kettle purple-lane ')).toBe(secret);
  });

  test('says so when the words are others', async () => {
    for (const wrong of ['brave kettle purple land', '', 'BRAVE KETTLE'])
      expect(await unlock(file, wrong)).toBeUndefined();
  });

  test('is never the same twice, though the words and the key are', async () => {
    const again = await lock(secret, key);
    expect(again).not.toBe(file);
    const nonces = [file, again].map((text) => /"nonce":"([^"]+)"/.exec(text)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(await unlock(again, words)).toBe(secret);
  });

  test('is refused when it is cut off or any character is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.boolean(), async (at, cut) => {
        const other = file[at] === 'a' ? 'b' : 'a';
        const broken = cut ? file.slice(0, at) : file.slice(0, at) + other + file.slice(at + 1);
        await expect(readLocked(broken)).rejects.toThrow('Nothing was added');
      }),
    );
  });

  test.for([
    ['another memory', '"memory":65536', '"memory":65537'],
    ['fewer passes', '"passes":3', '"passes":2'],
    ['something added to the head', '"version":1,', '"version":1,"more":0,'],
    ['another nonce', '"nonce":"', '"nonce":"AAAA'],
  ] as const)('does not open with %s in its head, even with a right digest', async ([, from, to]) => {
    const text = await forged((body) => {
      const changed = body.replace(from, to);
      return from === '"nonce":"' ? changed.replace(/(AAAA.{12})..../, '$1') : changed;
    });
    expect(await unlock(text, words)).toBeUndefined();
  });

  test.for([
    ['4 GB of memory', '"memory":65536', '"memory":4194304'],
    ['a thousand passes', '"passes":3', '"passes":1000'],
    ['hundreds of lanes', '"lanes":1', '"lanes":255'],
    ['hardly any memory', '"memory":65536', '"memory":8'],
    ['half a pass', '"passes":3', '"passes":0.5'],
    ['another way of making a key', 'argon2id', 'md5'],
    ['a short salt', '"salt":"', '"salt":"A'],
  ] as const)('that asks for %s is refused before any work', async ([, from, to]) => {
    const before = performance.now();
    await expect(unlock(await forged((body) => body.replace(from, to)), words)).rejects.toThrow('damaged');
    expect(performance.now() - before).toBeLessThan(100);
  });

  test('may be locked with four words of a list, each as likely as any other', () => {
    expect(Math.log2(HOW_MANY) * 4).toBeGreaterThan(36);
    const drawn = Array.from({ length: 3000 }, () => fourWords().split(' '));
    expect(drawn.every((four) => four.length === 4 && four.every((word) => /^[a-z]{3,9}$/.test(word)))).toBe(
      true,
    );
    const seen = Map.groupBy(drawn.flat(), (word) => word);
    expect(seen.size).toBe(HOW_MANY);
    // 12,000 drawn of 607: about 20 each, and hardly ever more than 50.
    expect(Math.max(...[...seen.values()].map((same) => same.length))).toBeLessThan(50);
  });

  test('of a newer version says so', async () => {
    const newer = await forged((body) => body.replace('"version":1', '"version":2'));
    await expect(readLocked(newer)).rejects.toThrow('newer version');
  });
});
