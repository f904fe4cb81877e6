import { keep } from '#journal/keep.ts';

/** One raw strict put with nothing around it: what a saved answer is measured against. */
function openRaw(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('puts', { autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('no database'));
  });
}

function rawPut(db: IDBDatabase, value: unknown): Promise<void> {
  return new Promise((done, failed) => {
    const tx = db.transaction('puts', 'readwrite', { durability: 'strict' });
    tx.objectStore('puts').add(value);
    tx.oncomplete = () => done();
    tx.onabort = () => failed(tx.error ?? new Error('aborted'));
  });
}

const answer = (i: number) => ({ type: 'answered', chosen: [`answer-${i % 5}`] });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the bench calls from outside. Times in milliseconds. */
const bench = {
  async fill(count: number): Promise<void> {
    for (let i = 0; i < count; i += 500) {
      const drafts = Array.from({ length: Math.min(500, count - i) }, (_, j) => ({
        activity: 'a',
        body: answer(i + j),
      }));
      await keep('bench', drafts);
    }
  },
  async pairs(count: number): Promise<{ ours: number[]; raw: number[] }> {
    const db = await openRaw();
    const ours: number[] = [];
    const raw: number[] = [];
    for (let i = 0; i < count; i++) {
      const save = async (): Promise<void> => {
        const counted = { activity: '', body: { type: 'turn-taken', activity: 'a' } };
        ours.push(await timed(() => keep('bench', [{ activity: 'a', body: answer(i) }, counted])));
      };
      const put = async (): Promise<void> => {
        raw.push(await timed(() => rawPut(db, { id: i, body: JSON.stringify(answer(i)) })));
      };
      await (i % 2 === 0 ? save().then(put) : put().then(save));
    }
    return { ours, raw };
  },
};

declare global {
  var cuppaBench: typeof bench;
}
globalThis.cuppaBench = bench;
