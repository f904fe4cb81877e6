import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Place } from '#hub/database/open.ts';
import type { Database } from '#hub/database/database.ts';
import { removeWords } from '#hub/keeping/remove.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import type { Entry } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { everyEntryIn } from '../support/every-entry.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { hubCommand, startBareHub, type Hub } from '../support/server.ts';
import { connectTablet, type HallTablet } from '../support/tablets.ts';

/** A few each time; many when CUPPA_KILLS says so. */
const KILLS = Number(process.env.CUPPA_KILLS ?? 4);

const databases = databasesOfThisFile();

/** Looks again and again, as soon as it can. */
const SOON = { interval: 1, timeout: 10_000 };

/** Every entry that some tablet has a receipt for. */
const toldBy = async (tablets: readonly HallTablet[], epoch: string): Promise<string[]> => [
  ...new Set((await Promise.all(tablets.map((tablet) => tablet.acknowledged(epoch)))).flat()),
];

async function countTold(tablets: readonly HallTablet[], epoch: string, of: readonly Entry[]) {
  const told = new Set(await toldBy(tablets, epoch));
  return of.filter(({ id }) => told.has(id)).length;
}

const sorted = (ids: Iterable<string>): string[] => [...ids].toSorted();
const idsOf = (entries: readonly Entry[]): string[] => sorted(entries.map(({ id }) => id));

/** Looks into the database itself, as a process of its own would. */
async function lookInto<T>(place: Place, look: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

const allIn = (place: Place): Promise<Entry[]> => lookInto(place, (database) => everyEntryIn(database));

/** Three tablets, each by a line of its own, spread over the hubs. */
async function connectThree(place: Place, hubs: readonly Hub[]) {
  const proxies: Proxy[] = [];
  const tablets: HallTablet[] = [];
  await lookInto(place, async (database) => {
    for (const number of [0, 1, 2]) {
      const proxy = await startProxy(hubs[number % hubs.length]?.port ?? 0);
      proxies.push(proxy);
      tablets.push(await connectTablet(proxy.url, database, `Tablet ${number}`));
    }
  });
  const putAway = () => Promise.all(proxies.map((proxy) => proxy.stop()));
  return { proxies, tablets, putAway };
}

const many = (count: number): unknown[] =>
  Array.from({ length: count }, (_, note) => ({ note, words: 'somebody said this '.repeat(note % 9) }));

describe.each(kinds)('hubs as processes of their own on %s', (kind) => {
  const two = kind === 'postgres';
  test(
    `${two ? 'one of two hubs is' : 'the hub is'} killed at any moment of handing in, and no receipt was given in vain`,
    async () => {
      const place = await databases.place(kind);
      const hubs = [await startBareHub(place), ...(two ? [await startBareHub(place)] : [])];
      const { proxies, tablets, putAway } = await connectThree(place, hubs);
      const { epoch } = await lookInto(place, aboutHub);
      const written: Entry[] = [];
      let inTheMiddle = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const now: Entry[] = [];
        for (const tablet of tablets) now.push(...(await tablet.write('w', many(1200))));
        written.push(...now);
        const handing = tablets.map((tablet) => tablet.sync(5000));
        // At any moment; and every other time at the first receipt, however slow this machine is.
        if (kill % 2 === 0) await expect.poll(() => countTold(tablets, epoch, now), SOON).toBeGreaterThan(0);
        else await new Promise((go) => setTimeout(go, 10 + Math.random() * 120));
        const which = kill % hubs.length;
        await hubs[which]?.stop();
        const told = new Set(await toldBy(tablets, epoch));
        const kept = new Set((await allIn(place)).map(({ id }) => id));
        expect([...told].filter((id) => !kept.has(id))).toEqual([]);
        const covered = now.filter(({ id }) => told.has(id)).length;
        if (covered > 0 && covered < now.length) inTheMiddle += 1;
        if (two) proxies.forEach((proxy) => proxy.leadTo(hubs[1 - which]?.port ?? 0));
        const again = await startBareHub(place);
        hubs[which] = again;
        proxies.forEach((proxy, number) => proxy.leadTo(two ? (hubs[number % 2]?.port ?? 0) : again.port));
        expect(await Promise.all(handing)).toEqual(['done', 'done', 'done']);
      }
      for (const tablet of tablets) {
        expect(await tablet.sync()).toBe('done');
        expect(idsOf(await tablet.entries('w'))).toEqual(idsOf(written));
      }
      expect(idsOf(await allIn(place))).toEqual(idsOf(written));
      // At least one kill came while some was handed in and some was not.
      expect(inTheMiddle).toBeGreaterThan(0);
      await putAway();
      await Promise.all(hubs.map((hub) => hub.stop()));
    },
    40_000 + KILLS * 12_500,
  );

  test('restored from an older backup: tablets bring back what came after it, and not what was removed', async () => {
    const place = await databases.place(kind);
    const first = await startBareHub(place);
    const { proxies, tablets, putAway } = await connectThree(place, [first]);
    const [tablet] = tablets;
    const forgotten = (await tablet?.write('w', [{ words: 'Please forget this' }])) ?? [];
    const written = [...forgotten];
    const handInSome = async (): Promise<void> => {
      for (const one of tablets) {
        written.push(...(await one.write('w', many(150))));
        expect(await one.sync()).toBe('done');
      }
    };
    await handInSome();
    const before = await lookInto(place, aboutHub);
    const backup = join(place.data, 'older');
    await hubCommand(place, 'backup', backup);
    await handInSome();
    await lookInto(place, (database) =>
      removeWords({ database, data: place.data }, 'w', idsOf(forgotten), { kind: 'hub' }),
    );
    await first.stop();
    await hubCommand(place, 'restore', backup, '--yes');
    expect((await allIn(place)).length).toBeLessThan(written.length);
    const again = await startBareHub(place);
    proxies.forEach((proxy) => proxy.leadTo(again.port));
    // Nobody presses anything: the tablets see that it is another hub.
    for (const one of [...tablets, ...tablets]) {
      expect(await one.sync()).toBe('done');
    }
    expect((await lookInto(place, aboutHub)).epoch).not.toBe(before.epoch);
    const kept = await allIn(place);
    expect(idsOf(kept)).toEqual(idsOf(written));
    expect(JSON.stringify(kept)).not.toContain('forget this');
    for (const one of tablets) {
      const mine = await one.entries('w');
      expect(idsOf(mine)).toEqual(idsOf(written));
      expect(JSON.stringify(mine)).not.toContain('forget this');
    }
    await putAway();
    await again.stop();
  }, 90_000);

  test('a new, empty hub at the same address: once connected, tablets hand in everything by themselves', async () => {
    const place = await databases.place(kind);
    const lost = await startBareHub(place);
    const { proxies, tablets, putAway } = await connectThree(place, [lost]);
    const written: Entry[] = [];
    for (const tablet of tablets) {
      written.push(...(await tablet.write('w', many(120))));
      expect(await tablet.sync()).toBe('done');
    }
    await lost.stop();
    const empty = await databases.place(kind);
    const fresh = await startBareHub(empty);
    proxies.forEach((proxy) => proxy.leadTo(fresh.port));
    // It does not know them, and takes nothing from strangers.
    expect(await tablets[0]?.sync()).toBe('unknown');
    expect(await allIn(empty)).toEqual([]);
    await lookInto(empty, async (database) => {
      for (const tablet of tablets) await tablet.connectAgain(database);
    });
    for (const tablet of tablets) expect(await tablet.sync()).toBe('done');
    expect(idsOf(await allIn(empty))).toEqual(idsOf(written));
    await putAway();
    await fresh.stop();
  }, 60_000);
});
