import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { useKeeping } from '#journal/keeping.ts';
import { hashOf, type Batch } from '#journal/stamp.ts';
import { hubStore } from '#sync/hub-store.ts';
import { makeAsk, type Fetch } from '#sync/office/ask.ts';
import { hubFiles } from '#sync/hub/files.ts';
import { tryNow } from '#sync/office/insist.ts';
import type { FollowNews } from '#sync/office/news.ts';
import { newId } from '#workshop/entry.ts';
import { makeAttachment } from '#ui/attachments.ts';
import { someEntry, startOwnHub, type As, type OwnHub } from '../support/own-hub.ts';

let hub: OwnHub;
let facilitator: As;
let reader: As;
beforeAll(async () => {
  hub = await startOwnHub();
  facilitator = await hub.account('facilitator');
  reader = await hub.account('reader');
});
afterAll(() => hub.stop());
afterEach(() => {
  if (problem() !== '') throw new Error(`Still said: ${problem()}`);
});

/** A page of the office, whose network a test can trouble: before the hub hears, or before its answer is back. */
function openPage(as: As = facilitator) {
  const trouble = { lost: 0, unheard: 0 };
  const who = { as };
  let heard: Parameters<FollowNews>[0] | undefined;
  const fetchIt: Fetch = async (address, init) => {
    if (trouble.lost > 0) {
      trouble.lost -= 1;
      throw new TypeError('no network');
    }
    const response = await fetch(hub.url + address, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...who.as },
    });
    if (init.method === 'POST' && trouble.unheard > 0) {
      trouble.unheard -= 1;
      throw new TypeError('the answer was lost');
    }
    return response;
  };
  const ask = makeAsk(fetchIt);
  const store = hubStore({
    ask,
    files: hubFiles(fetchIt, ask),
    news: (one) => {
      heard = one;
      return () => {};
    },
  });
  return { store, trouble, who, tell: (workshop: string) => heard?.news({ workshop, cursor: 1e9 }) };
}

async function saying(workshop: string, ...texts: string[]): Promise<Batch> {
  const drafts = texts.map(async (text) => {
    const draft = { id: newId(), activity: '', from: [], salt: newId(), body: JSON.stringify({ text }) };
    return { ...draft, hash: await hashOf(draft) };
  });
  return { workshop, drafts: await Promise.all(drafts), attachments: [] };
}

const bodies = async ({ store }: ReturnType<typeof openPage>, workshop: string) =>
  (await store.since(0, workshop)).entries.map(({ body }) => body);
const onHub = (workshop: string) =>
  hub.database.all('SELECT id, place, previous, body FROM entry WHERE workshop = ? ORDER BY place', [
    workshop,
  ]);
const problem = () => useKeeping.getState().problem;

test('what is written counts once the hub has it, and another page reads it', async () => {
  const [here, there] = [openPage(), openPage(reader)];
  const workshop = newId();
  expect(await bodies(there, workshop)).toEqual([]);
  const written = await here.store.write(await saying(workshop, 'first', 'second'));
  expect(await onHub(workshop)).toHaveLength(2);
  expect(written.map(({ place }) => place)).toEqual([1, 2]);
  expect(written[1]?.previous).toBe(await hashOf(written[0] ?? someEntry()));

  there.tell(workshop);
  await expect.poll(() => bodies(there, workshop)).toEqual(['{"text":"first"}', '{"text":"second"}']);
});

test('a workshop that is begun at the office is given to all tablets, and a file that is brought in to none', async () => {
  const page = openPage();
  const given = (workshop: string) =>
    hub.database.all('SELECT tablet FROM given WHERE workshop = ?', [workshop]);
  const begun = newId();
  await page.store.write(await saying(begun, 'first'));
  await page.store.write(await saying(begun, 'second'));
  expect(await given(begun)).toEqual([{ tablet: '' }]);
  const brought = newId();
  await page.store.bring([someEntry({ workshop: brought })], []);
  await page.store.write(await saying(brought, 'and this'));
  expect(await given(brought)).toEqual([]);
});

test('a network that goes, before the hub hears or after it has kept, costs only time', async () => {
  const page = openPage();
  const workshop = newId();
  await page.store.write(await saying(workshop, 'one'));
  page.trouble.lost = 1;
  await page.store.write(await saying(workshop, 'two'));
  page.trouble.unheard = 1;
  await page.store.write(await saying(workshop, 'three'));
  const kept = await onHub(workshop);
  expect(kept.map(({ place }) => Number(place))).toEqual([1, 2, 3]);
  expect(await bodies(page, workshop)).toHaveLength(3);
});

test('while the hub is away the reason is said, nothing is shown as kept, and it is tried again by itself', async () => {
  const page = openPage();
  const workshop = newId();
  await page.store.write(await saying(workshop, 'before'));
  page.trouble.lost = Number.POSITIVE_INFINITY;
  const writing = page.store.write(await saying(workshop, 'meanwhile'));
  await expect.poll(problem).toMatch(/cannot be reached.*tries again by itself/);
  expect(await bodies(page, workshop)).toEqual(['{"text":"before"}']);
  page.trouble.lost = 0;
  tryNow();
  await writing;
  expect(await onHub(workshop)).toHaveLength(2);
});

test('somebody whose sign-in has ended loses nothing: it is kept once they have signed in again', async () => {
  const page = openPage();
  const workshop = newId();
  await page.store.write(await saying(workshop, 'before'));
  page.who.as = { 'x-cuppa': '1', origin: hub.url };
  const writing = page.store.write(await saying(workshop, 'meanwhile'));
  await expect.poll(problem).toMatch(/sign in/i);
  page.who.as = facilitator;
  tryNow();
  await writing;
  expect(await onHub(workshop)).toHaveLength(2);
});

test('what the hub can never keep is refused at once, and leaves no hole in the chain', async () => {
  const page = openPage();
  const workshop = newId();
  await page.store.write(await saying(workshop, 'before'));
  await expect(page.store.write(await saying(workshop, 'half of a letter: \ud800'))).resolves.toBeDefined();
  const broken = await saying(workshop, 'x');
  const [draft] = broken.drafts;
  if (!draft) throw new Error('no draft');
  await expect(page.store.write({ ...broken, drafts: [{ ...draft, id: '' }] })).rejects.toThrow(
    'could not be read',
  );
  await page.store.write(await saying(workshop, 'after'));
  expect((await onHub(workshop)).map(({ place }) => Number(place))).toEqual([1, 2, 3]);
});

test('after a restore the hub gets again what this page had written, and the page reads from the start', async () => {
  const page = openPage();
  const workshop = newId();
  await page.store.write(await saying(workshop, 'one'));
  await page.store.write(await saying(workshop, 'two'));
  await hub.database.all("UPDATE hub SET epoch = 'restored'", []);
  await hub.database.all('DELETE FROM entry WHERE workshop = ? AND place = 2', [workshop]);
  await page.store.write(await saying(workshop, 'three'));
  await expect
    .poll(async () => (await onHub(workshop)).map(({ body }) => String(body)))
    .toEqual(['{"text":"one"}', '{"text":"two"}', '{"text":"three"}']);
});

test('more than fits one page of answers comes whole', async () => {
  const workshop = newId();
  const tablet = await hub.tablet();
  const all = Array.from({ length: 1200 }, (_, at) =>
    someEntry({ workshop, place: at + 1, counter: at + 1, body: JSON.stringify({ at }) }),
  );
  for (let at = 0; at < all.length; at += 500) {
    const body = { entries: all.slice(at, at + 500) };
    const { status } = await hub.ask('/v1/entries', { method: 'POST', as: tablet.as, body });
    expect(status).toBe(200);
  }
  expect(await bodies(openPage(), workshop)).toHaveLength(1200);
});

test('a photo goes to the hub before the entry that names it, and another page reads it by its hash', async () => {
  const workshop = newId();
  const photo = await makeAttachment(new Blob([new Uint8Array(1_300_000).fill(7)], { type: 'image/jpeg' }));
  const batch = await saying(workshop, photo.name);
  await openPage().store.write({ ...batch, attachments: [photo] });
  expect(await openPage(reader).store.attachment(photo.name)).toEqual(photo);
  expect(await openPage(reader).store.attachment('0'.repeat(64))).toBeUndefined();
});

test('a file that is brought in is handed in as it is', async () => {
  const workshop = newId();
  const page = openPage();
  const entry = someEntry({ workshop, tablet: 'far' });
  expect(await page.store.bring([entry], [])).toBe(1);
  expect(await page.store.bring([entry], [])).toBe(0);
  expect(await onHub(workshop)).toHaveLength(1);
});

test('a workshop that was removed goes from a page that is open', async () => {
  const workshop = newId();
  const page = openPage();
  await page.store.write(await saying(workshop, 'one'));
  const { status } = await hub.ask(`/v1/workshops/${workshop}/discard`, {
    method: 'POST',
    as: await hub.account('organiser'),
    body: {},
  });
  expect(status).toBe(200);
  page.tell(workshop);
  await expect.poll(() => bodies(page, workshop)).toEqual([]);
  await expect(page.store.write(await saying(workshop, 'two'))).rejects.toThrow('removed');
});

test('words that were removed go from a page that is open too', async () => {
  const workshop = newId();
  const page = openPage();
  const [entry] = await page.store.write(await saying(workshop, 'Somebody said this'));
  const { status } = await hub.ask(`/v1/workshops/${workshop}/redactions`, {
    method: 'POST',
    as: await hub.account('organiser'),
    body: { entries: [entry?.id] },
  });
  expect(status).toBe(200);
  page.tell(workshop);
  await expect.poll(() => bodies(page, workshop)).toEqual([null]);
});
