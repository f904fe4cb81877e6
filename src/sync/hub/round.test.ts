import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { nameOf, toBase64 } from '#journal/attachments.ts';
import { memoryStore } from '#journal/memory.ts';
import { withoutWords } from '#journal/redact.ts';
import { hashOf } from '#journal/stamp.ts';
import { keepIn } from '#journal/store.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { Differs } from './again.ts';
import { standing } from './counts.ts';
import { away, fakeHub, tabletOf, type FakeHub } from './fake-hub.ts';
import { inBatches, isCovered } from './hand-in.ts';
import { newRun, type Run } from './means.ts';
import { everythingDue, round } from './round.ts';

async function write(tablet: ReturnType<typeof tabletOf>, workshop: string, bodies: readonly string[]) {
  const drafts = bodies.map(async (body) => {
    const draft = { id: newId(), activity: '', from: [], salt: newId(), body };
    return { ...draft, hash: await hashOf(draft) };
  });
  return tablet.store.write({ workshop, drafts: await Promise.all(drafts), attachments: [] });
}

const told = { discarded: 0, redacted: 0 };
beforeEach(() => Object.assign(told, { discarded: 0, redacted: 0 }));

async function once(tablet: ReturnType<typeof tabletOf>, run: Run = newRun('')) {
  keepIn(tablet.store);
  const due = everythingDue();
  // As the loop does it: what became due meanwhile is done too.
  for (let rounds = 0; rounds < 4 && (rounds === 0 || due.handIn || due.list); rounds += 1)
    await round(tablet, run, due, {
      progress: () => undefined,
      reached: () => undefined,
      epoch: async () => undefined,
      tell: async ({ discarded = 0, redacted = 0 }) => {
        told.discarded += discarded;
        told.redacted += redacted;
      },
    });
  return run;
}

const countsOf = async (tablet: ReturnType<typeof tabletOf>, hub: FakeHub) =>
  (await standing(tablet.store, tablet.memory, hub.epoch)).counts['w'];
const idsIn = async ({ store }: ReturnType<typeof tabletOf>) =>
  (await store.since(0, 'w')).entries.map(({ id }) => id).toSorted();

describe('handing in', () => {
  test('two tablets come to the same, and the counts say so only after the receipts', async () => {
    const hub = fakeHub();
    const [one, two] = [tabletOf(hub), tabletOf(hub)];
    await write(one, 'w', ['1', '2', '3', '4']);
    await write(two, 'w', ['5', '6']);
    expect(await countsOf(one, hub)).toEqual({ here: 4, office: 0, files: 0 });
    await once(one);
    expect(await countsOf(one, hub)).toEqual({ here: 4, office: 4, files: 0 });
    await once(two);
    await once(one);
    expect(await idsIn(one)).toEqual([...hub.kept.keys()].toSorted());
    expect(await idsIn(two)).toEqual(await idsIn(one));
    expect(await countsOf(one, hub)).toEqual({ here: 6, office: 6, files: 0 });
    expect(one.news).toContain('w');
  });

  test('whatever call fails, before or after the hub has done it, nothing is lost and nothing counts too soon', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1, failed = true; failed; nth += 1) {
        const hub = fakeHub();
        const [tablet, other] = [tabletOf(hub), tabletOf(hub)];
        const bytes = new Uint8Array([1, 2, 3]);
        const photo = { name: await nameOf(bytes), type: 'image/png', data: toBase64(bytes) };
        await write(other, 'w', ['7', '8']);
        await once(other);
        const [named] = await write(tablet, 'w', [JSON.stringify(photo.name), '2']);
        await tablet.store.bring([], [photo]);
        let calls = 0;
        failed = false;
        hub[when] = () => {
          calls += 1;
          if (calls !== nth) return;
          failed = true;
          away();
        };
        const run = newRun('');
        await once(tablet, run).catch(() => undefined);
        hub[when] = () => undefined;
        const now = await countsOf(tablet, hub);
        const own = (await idsIn(tablet)).filter((id) => hub.kept.has(id));
        expect(now?.office).toBeLessThanOrEqual(own.length);
        if (now?.files === 0 && now.office === now.here) expect(hub.attachments.has(photo.name)).toBe(true);
        // Another start of the app: nothing of the run before is known.
        await once(tablet);
        expect(await countsOf(tablet, hub)).toEqual({ here: 4, office: 4, files: 0 });
        expect(hub.kept.size).toBe(4);
        expect(hub.attachments.has(photo.name)).toBe(true);
        expect(await idsIn(tablet)).toContain(named?.id);
        expect(nth).toBeLessThan(30);
      }
    }
  });

  test('a hub that was restored, or made anew, gets everything again', async () => {
    const hub = fakeHub();
    const tablet = tabletOf(hub);
    await write(tablet, 'w', ['1', '2', '3']);
    const run = await once(tablet);
    hub.kept.clear();
    hub.number = 0;
    hub.epoch = 'second';
    expect(await countsOf(tablet, hub)).toEqual({ here: 3, office: 0, files: 0 });
    await write(tablet, 'w', ['4']);
    await once(tablet, run).catch(() => undefined);
    await once(tablet, run);
    expect(hub.kept.size).toBe(4);
    expect(await countsOf(tablet, hub)).toEqual({ here: 4, office: 4, files: 0 });
  });

  test('a hub that is another one than before is not shown as reached until that is known', async () => {
    const hub = fakeHub();
    const tablet = tabletOf(hub);
    await write(tablet, 'w', ['1']);
    const run = await once(tablet);
    hub.epoch = 'second';
    const order: string[] = [];
    await round(tablet, run, everythingDue(), {
      progress: () => undefined,
      reached: () => void order.push('reached'),
      epoch: async () => void order.push('epoch'),
      tell: async () => undefined,
    });
    expect(order.slice(0, 2)).toEqual(['epoch', 'reached']);
  });

  test('what came from the hub counts as being there at once, and what comes back of this tablet is no news', async () => {
    const hub = fakeHub();
    const [one, two] = [tabletOf(hub), tabletOf(hub)];
    await write(one, 'w', ['1', '2']);
    await once(one);
    expect(one.news).toEqual([]);
    const run = newRun('');
    await round(two, run, everythingDue(), {
      progress: () => undefined,
      reached: () => undefined,
      epoch: async () => undefined,
      tell: async () => undefined,
    });
    expect(two.news).toEqual(['w']);
    const { counts, unsent } = await standing(two.store, two.memory, hub.epoch, new Map(), run.fromHub);
    expect(counts['w']).toEqual({ here: 2, office: 2, files: 0 });
    expect(unsent).toBe(0);
  });

  test('a receipt that covers something else counts for nothing', async () => {
    const hub = fakeHub();
    const tablet = tabletOf(hub);
    const [entry] = await write(tablet, 'w', ['1', '2']);
    if (!entry) throw new Error('one');
    await hub.put([{ ...entry, body: '"forged"' }]);
    await expect(once(tablet)).rejects.toThrow(Differs);
    expect(await countsOf(tablet, hub)).toEqual({ here: 2, office: 0, files: 0 });
  });

  test('one that the hub refuses holds up no other', async () => {
    const hub = fakeHub();
    const tablet = tabletOf(hub);
    await write(tablet, 'w', ['1', '2']);
    // What no hub takes: half of a surrogate pair.
    await write(tablet, 'w', ['"\uD800"']);
    await write(tablet, 'w', ['4']);
    await expect(once(tablet)).rejects.toThrow('refused');
    expect(hub.kept.size).toBe(3);
    expect((await countsOf(tablet, hub))?.office).toBe(0);
  });
});

describe('what the office has decided', () => {
  test('a redaction reaches the tablet that said it, and every other', async () => {
    const hub = fakeHub();
    const [one, two] = [tabletOf(hub), tabletOf(hub)];
    const [said] = await write(one, 'w', ['"words"', '2']);
    if (!said) throw new Error('said');
    await once(one);
    await once(two);
    await hub.put([withoutWords(said)]);
    for (const tablet of [one, two]) {
      await once(tablet);
      const { entries } = await tablet.store.since(0, 'w');
      expect(entries.find(({ id }) => id === said.id)?.body).toBeNull();
      expect(await countsOf(tablet, hub)).toEqual({ here: 2, office: 2, files: 0 });
    }
    expect(told.redacted).toBe(2);
    await once(one);
    expect(told.redacted).toBe(2);
  });

  test('a discarded workshop goes, also if it is known only by the receipt, and nothing brings it back', async () => {
    const hub = fakeHub();
    const tablet = tabletOf(hub);
    await write(tablet, 'w', ['1']);
    await write(tablet, 'v', ['1']);
    await once(tablet);
    hub.discarded.add('w');
    await once(tablet);
    expect(tablet.discarded).toEqual(['w']);
    expect(await tablet.store.workshops()).toEqual(['v']);
    expect(told.discarded).toBe(1);
    await once(tablet);
    expect(told.discarded).toBe(1);
  });
});

describe('pieces', () => {
  const entry: Entry = {
    id: 'a',
    workshop: 'w',
    activity: '',
    tablet: 't',
    place: 1,
    counter: 1,
    from: [],
    previous: '',
    salt: 's',
    body: '',
  };
  test('are never too many or too large, keep the order, and leave nothing out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 900 })), fc.integer({ min: 1, max: 9 }), (sizes, most) => {
        const all = sizes.map((size, n) => ({ ...entry, id: `${n}`, body: 'x'.repeat(size) }));
        const batches = inBatches(all, most, 4000);
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(most);
          const bytes = batch.reduce((sum, { body }) => sum + (body?.length ?? 0) * 3 + 1000, 0);
          expect(batch.length === 1 || bytes <= 4000).toBe(true);
        }
      }),
    );
  });

  test('a receipt covers only the very entries that were sent', async () => {
    const receipt = { workshop: 'w', count: 1, digest: 'other', discarded: false };
    expect(await isCovered([entry], [])).toBe(false);
    expect(await isCovered([entry], [receipt])).toBe(false);
    expect(await isCovered([entry], [{ ...receipt, discarded: true }])).toBe(true);
  });
});

test('memory of another store says nothing', async () => {
  const hub = fakeHub();
  const tablet = tabletOf(hub);
  await write(tablet, 'w', ['1']);
  await once(tablet);
  const rebuilt = tabletOf(hub, memoryStore());
  await rebuilt.store.append((await tablet.store.since(0)).entries);
  await rebuilt.memory.keepHanded('entries', await tablet.memory.handed('entries'));
  expect(await countsOf(rebuilt, hub)).toEqual({ here: 1, office: 0, files: 0 });
});
