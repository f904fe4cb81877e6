import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attachmentFrom, readAttachment } from './attachments.ts';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import type { Store } from './journal.ts';
import { keep, useKeeping } from './keep.ts';
import { askInstead } from './opfs.ts';
import { patient } from './patience.ts';
import { keepInMemory } from './rehearse.ts';
import { closeSealed, countSealed, openBoxes, sealAnswers } from './sealed.ts';
import { keepIn } from './store.ts';

let store: Store;
beforeEach(() => {
  store = keepInMemory();
});
const bodies = async () =>
  (await store.since(0)).entries.map((entry): unknown => JSON.parse(entry.body ?? 'null'));

describe('keeping', () => {
  test('entries are kept in the order of asking, even when nobody waits', async () => {
    const large = 'x'.repeat(500_000);
    await Promise.all([
      keep('w', [{ activity: '', body: large }]),
      keep('w', [
        { activity: '', body: 1 },
        { activity: '', body: 2 },
      ]),
    ]);
    expect(await bodies()).toEqual([large, 1, 2]);
    expect(useKeeping.getState()).toEqual({ waiting: 0, problem: '' });
  });

  test('an id that is kept already is left as it is', async () => {
    const first = await keep('w', [{ activity: '', body: 1, id: 'mine' }]);
    const again = await keep('w', [{ activity: '', body: 2, id: 'mine' }]);
    expect(again).toEqual(first);
    expect(await bodies()).toEqual([1]);
  });

  test('what can never be kept is refused at once, and holds up nothing', async () => {
    await expect(keep('w', [{ activity: '', body: 'x'.repeat(1_000_001) }])).rejects.toThrow('too long');
    await expect(keep('w', [{ activity: '', body: undefined }])).rejects.toThrow('too long');
    await keep('w', [{ activity: '', body: 1 }]);
    expect(await bodies()).toEqual([1]);
  });

  test('a write that fails is said, tried again and kept once', async () => {
    let left = 2;
    const failing: Store = {
      ...store,
      async write(batch) {
        // The second failure comes after the commit, as when the answer is lost on its way.
        if (left-- > 1) throw new Error('closed');
        const entries = await store.write(batch);
        if (left === 0) throw new Error('closed');
        return entries;
      },
    };
    keepIn(patient(failing));
    const problems: string[] = [];
    const stop = useKeeping.subscribe(({ problem }) => problems.push(problem));
    await keep('w', [{ activity: '', body: 1 }]);
    stop();
    expect(await bodies()).toEqual([1]);
    expect(problems.some((problem) => problem.includes('keeps trying'))).toBe(true);
    expect(useKeeping.getState()).toEqual({ waiting: 0, problem: '' });
  });

  test('a photo is kept under the hash of its bytes', async () => {
    const photo = await attachmentFrom(new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' }));
    await keep('w', [{ activity: 'a', body: { photo: photo.name } }], [photo]);
    expect(await readAttachment(photo.name)).toEqual({ ...photo, data: 'AQID' });
    await expect(attachmentFrom(new Blob(['<svg>'], { type: 'text/html' }))).rejects.toThrow('photos');
  });
});

describe('sealed answers', () => {
  test('they become one entry when the activity closes, and closing twice changes nothing', async () => {
    await sealAnswers('w', 'a', [{ answer: 1 }]);
    await sealAnswers('w', 'a', [{ answer: 2 }, { answer: 3 }]);
    await sealAnswers('w', 'other', [{ answer: 4 }]);
    expect([await countSealed('w', 'a'), await bodies()]).toEqual([3, []]);
    expect(await closeSealed('w', 'a')).toBe(3);
    expect(await closeSealed('w', 'a')).toBe(0);
    expect(await openBoxes()).toEqual([{ workshop: 'w', activity: 'other' }]);
    const { entries } = await store.since(0);
    expect(entries).toHaveLength(1);
    const ids = [...(entries[0]?.body ?? '').matchAll(/"id":"(\w+)"/g)].map((match) => match[1] ?? '');
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('a crash between keeping and emptying costs nothing and doubles nothing', async () => {
    await sealAnswers('w', 'a', [{ answer: 1 }]);
    let crashed = true;
    const before = askInstead();
    askInstead((request) =>
      request.ask === 'take' && crashed ? Promise.reject(new Error('killed')) : before(request),
    );
    await expect(closeSealed('w', 'a')).rejects.toThrow('killed');
    crashed = false;
    await sealAnswers('w', 'a', [{ answer: 2 }]);
    expect(await closeSealed('w', 'a')).toBe(2);
    const answers = (await bodies()).flatMap((body) => JSON.stringify(body).match(/"answer":\d/g) ?? []);
    expect(new Set(answers)).toEqual(new Set(['"answer":1', '"answer":2']));
    expect(answers).toHaveLength(2);
    expect(await openBoxes()).toEqual([]);
  });
});

describe('the half-made answer', () => {
  test('the latest is what is read, and a forget that comes after always wins', async () => {
    void keepDraft({ text: 'a' });
    void keepDraft({ text: 'ab' });
    expect(await readDraft()).toEqual({ text: 'ab' });
    void keepDraft({ text: 'abc' });
    await forgetDraft();
    expect(await readDraft()).toBeUndefined();
  });

  test('a forget that failed is made up for by whatever comes next', async () => {
    await keepDraft('secret');
    const before = askInstead();
    let fails = 1;
    askInstead((request) =>
      request.ask === 'forget-draft' && fails-- > 0 ? Promise.reject(new Error('busy')) : before(request),
    );
    vi.stubGlobal('navigator', { storage: { getDirectory: () => undefined } });
    await expect(forgetDraft()).rejects.toThrow('busy');
    vi.unstubAllGlobals();
    expect(await readDraft()).toBeUndefined();
  });
});
