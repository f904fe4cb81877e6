import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachmentFrom, readAttachment } from '#journal/attachments.ts';
import type { Store } from '#journal/journal.ts';
import { keep } from '#journal/keep.ts';
import { makeWorkshop } from '#journal/make.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { sealAnswers } from '#journal/sealed.ts';
import { newReplay, replayAll } from '#workshop/replay.ts';
import { exportPlan, exportWorkshop, importFile, readPlan } from './file.ts';

let store: Store;
beforeEach(() => {
  store = keepInMemory();
});
const all = async () => (await store.since(0)).entries;
const title = { plain: 'Our day', easy: 'Our day', symbol: 'break' };
const plan = {
  format: 'cuppa-plan' as const,
  version: 1 as const,
  about: { title, date: '2030-01-02', where: '', ledBy: '' },
  activities: [
    { kind: 'card', setup: { words: 'Hello' } },
    { kind: 'unknown-yet', setup: { deep: [1, { two: null }] } },
  ],
};

/** A workshop with a photo, and words that try to break out of a file. */
async function aWorkshop(): Promise<string> {
  const id = await makeWorkshop(plan, 'taster');
  const photo = await attachmentFrom(new Blob([new Uint8Array([9, 8, 7])], { type: 'image/png' }));
  const text = '","digest":"x"} <script>alert(1)</script> 👩‍🦽 \u2028';
  await keep(id, [{ activity: 'a', body: { photo: photo.name, text } }], [photo]);
  return id;
}

describe('a workshop as a file', () => {
  test('it comes back as it was on another tablet, with its photos, and again changes nothing', async () => {
    const id = await aWorkshop();
    const before = await all();
    const text = await (await exportWorkshop(id)).text();
    store = keepInMemory();
    expect(await importFile(text)).toMatchObject({ workshop: id, added: 5, had: 0, lacking: 0, ahead: 0 });
    expect(await importFile(`\uFEFF${text}\r\n`)).toMatchObject({ workshop: id, added: 0, had: 5 });
    expect(await all()).toEqual(before);
    const name = /"photo":"(\w+)"/.exec(before.at(-1)?.body ?? '')?.[1] ?? '';
    expect((await readAttachment(name))?.data).toBe('CQgH');
    const again = await (await exportWorkshop(id)).text();
    expect(again.slice(again.indexOf('"heads"'), -66)).toBe(text.slice(text.indexOf('"heads"'), -66));
  });

  test('files of the same workshop come together in any order', async () => {
    const id = await aWorkshop();
    const early = await (await exportWorkshop(id)).text();
    await keep(id, [{ activity: '', body: { type: 'people-counted', here: 4 } }]);
    const late = await (await exportWorkshop(id)).text();
    const replay = replayAll(await all(), () => undefined);
    store = keepInMemory();
    await importFile(late);
    expect(await importFile(early)).toMatchObject({ added: 0 });
    expect(replayAll(await all(), () => undefined)).toEqual(replay);
  });

  test('answers in a sealed box stay there, and the file says so', async () => {
    const id = await aWorkshop();
    await sealAnswers(id, 'poll', [{ answer: 'secret' }]);
    const text = await (await exportWorkshop(id)).text();
    expect(text).not.toContain('secret');
    expect(text).toContain('"sealed":["poll"]');
  });

  test('a file cut off anywhere is refused, and nothing is kept', async () => {
    const text = await (await exportWorkshop(await aWorkshop())).text();
    store = keepInMemory();
    for (let length = 0; length < text.length; length += 1) {
      await expect(importFile(text.slice(0, length))).rejects.toThrow('Nothing was added');
    }
    expect(await all()).toEqual([]);
  });

  test('a file with any character changed is refused', async () => {
    const text = await (await exportWorkshop(await aWorkshop())).text();
    store = keepInMemory();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, other) => {
          const changed = text.slice(0, at) + other + text.slice(at + 1);
          fc.pre(changed !== text && changed.trimEnd() !== text);
          await expect(importFile(changed)).rejects.toThrow('Nothing was added');
        },
      ),
    );
    expect(await all()).toEqual([]);
  });

  test.for([
    ['not JSON at all', 'hello', 'not a Cuppa'],
    ['another program’s file', '{"format":"other","version":1}', 'not a Cuppa'],
    ['null', 'null', 'not a Cuppa'],
    ['a very deep file', '['.repeat(200_000), 'not a Cuppa'],
    ['a newer version', '{"format":"cuppa-workshop","version":2,"anything":[]}', 'newer version'],
    ['65 MB', ' '.repeat(65 * 1024 * 1024), 'too large'],
  ] as const)('%s is refused in words', async ([, text, words]) => {
    await expect(importFile(text)).rejects.toThrow(words);
    expect(await all()).toEqual([]);
  });

  const FileSchema = v.record(v.string(), v.unknown());

  /** A file with a right digest, as somebody with bad intentions would make it. */
  async function forged(change: (file: Record<string, unknown>) => void): Promise<string> {
    const id = await aWorkshop();
    const stored: unknown = JSON.parse(await (await exportWorkshop(id)).text());
    const { digest: _, ...file } = v.parse(FileSchema, stored);
    change(file);
    const text = JSON.stringify(file).slice(0, -1);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    store = keepInMemory();
    return `${text},"digest":"${Buffer.from(hash).toString('hex')}"}`;
  }
  const first = (file: Record<string, unknown>, given: object): void => {
    const [entry, ...others] = v.parse(v.array(v.looseObject({})), file['entries']);
    file['entries'] = [{ ...entry, ...given }, ...others];
  };

  test.for([
    ['an entry of another workshop', (file) => first(file, { workshop: 'else' })],
    ['half a surrogate pair', (file) => first(file, { id: '\ud800' })],
    ['an id that is no id', (file) => first(file, { activity: '__proto__' })],
    ['a counter that is no number', (file) => first(file, { counter: '1' })],
    ['a counter below nothing', (file) => first(file, { counter: -1 })],
    ['a wrong count', (file) => void (file['count'] = 99)],
    [
      'a photo under another name',
      (file) => void (file['attachments'] = [{ name: 'a'.repeat(64), type: 'image/png', data: 'AAAA' }]),
    ],
    [
      'a photo that is a page',
      (file) => void (file['attachments'] = [{ name: 'a'.repeat(64), type: 'text/html', data: 'AAAA' }]),
    ],
    [
      'a million items',
      (file) =>
        Object.assign(file, { entries: Array.from({ length: 1_000_000 }, () => 0), count: 1_000_000 }),
    ],
  ] satisfies [string, (file: Record<string, unknown>) => void][])('%s is refused', async ([, change]) => {
    await expect(importFile(await forged(change))).rejects.toThrow('damaged');
    expect(await all()).toEqual([]);
  });

  test('a redacted entry is taken, and what nobody knows is dropped without harm', async () => {
    const text = await forged((file) => {
      first(file, { body: null, salt: null, extra: 1 });
      Object.defineProperty(file, '__proto__', { value: { polluted: true }, enumerable: true });
    });
    expect(await importFile(text)).toMatchObject({ added: 5 });
    expect('polluted' in {}).toBe(false);
    expect((await all()).filter((entry) => entry.body === null)).toHaveLength(1);
  });
});

describe('a plan as a file', () => {
  test('it carries the activities in order, and neither date nor answers', async () => {
    await makeWorkshop(plan, 'taster');
    const replay = replayAll(await all(), () => undefined);
    expect(readPlan(exportPlan(replay))).toEqual({ ...plan, about: { ...plan.about, date: '' } });
    expect(readPlan(exportPlan(newReplay())).activities).toEqual([]);
  });

  test('the group’s own words and the words that it explains travel with it', async () => {
    const words = {
      own: [{ word: 'co-production', instead: 'working together' }],
      explained: [{ word: 'hub', meaning: { plain: 'A place.', easy: 'A place.', symbol: 'place' } }],
    };
    await makeWorkshop({ ...plan, words }, 'taster');
    expect(readPlan(exportPlan(replayAll(await all(), () => undefined))).words).toEqual(words);
  });

  test.for([
    ['hello', 'not a Cuppa plan'],
    ['{"format":"cuppa-workshop","version":1}', 'not a Cuppa plan'],
    ['{"format":"cuppa-plan","version":2}', 'newer'],
    ['{"format":"cuppa-plan","version":1,"activities":[]}', 'damaged'],
  ])('%s is refused in words', ([text = '', words = '']) => {
    expect(() => readPlan(text)).toThrow(words);
  });
});
