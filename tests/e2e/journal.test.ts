import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { decodeBox } from '#journal/box.ts';
import type { Tablet, TabletSettings } from '../support/browser.ts';
import { filesWith, isBox, profileFiles } from '../support/profile.ts';
import { journalTablets } from '../support/journal-page.ts';
import type { JournalApi } from '../support/journal-page/page.ts';

declare const journal: JournalApi;

const { aTablet, openedAgain, visit } = journalTablets();

async function killAndRestart(tablet: Tablet, settings: TabletSettings = {}): Promise<Tablet> {
  await tablet.killHard();
  return openedAgain(tablet, settings);
}

describe.each([
  ['the usual database', []],
  ['the other database that Chromium has', ['--enable-features=IdbSqliteBackingStore']],
])('the journal on %s', (_name, flags) => {
  test('keeps every promise of a journal', async () => {
    const { page } = await aTablet({ flags });
    expect(await page.evaluate(() => journal.brokenPromises())).toEqual([]);
  });

  test('holds what was kept, also when the browser is killed the moment after', async () => {
    let tablet = await aTablet({ flags });
    for (let kept = 1; kept <= 3; kept += 1) {
      await tablet.page.evaluate((here) => journal.keep('w', { type: 'people-counted', here }), kept);
      tablet = await killAndRestart(tablet, { flags });
      const { entries } = await tablet.page.evaluate(() => journal.since());
      expect(entries.map((entry) => entry.place)).toEqual(Array.from({ length: kept }, (_, at) => at + 1));
    }
  });
});

describe('two tabs', () => {
  test('show the same as soon as it is kept, and stamp one chain', async () => {
    const { context, page, expectQuiet } = await aTablet();
    const other = await visit(await context.newPage());
    await other.getByText('missing').waitFor();
    await Promise.all(
      [page, other].flatMap((tab) =>
        [1, 2, 3, 4, 5].map((here) =>
          tab.evaluate((n) => journal.keep('w', { type: 'people-counted', here: n }), here),
        ),
      ),
    );
    await page.evaluate(() => journal.keep('w', { type: 'people-counted', here: 77 }));
    await Promise.all([page, other].map((tab) => tab.getByText('here 77, w').waitFor()));
    const { entries } = await other.evaluate(() => journal.since());
    expect(entries.map((entry) => entry.place)).toEqual(Array.from({ length: 11 }, (_, at) => at + 1));
    expect(new Set(entries.map((entry) => entry.tablet)).size).toBe(1);
    expectQuiet();
  });
});

/** Puts a fault under the database before it is opened: Dexie takes hold of `transaction` when it opens. */
function makeBreakable(): void {
  const real = IDBDatabase.prototype.transaction;
  // Whatever is asked of it, there is no answer.
  const silent: object = new Proxy(() => undefined, {
    get: () => silent,
    set: () => true,
    apply: () => silent,
  });
  IDBDatabase.prototype.transaction = function breakable(...given) {
    const fault = String(Reflect.get(globalThis, 'fault'));
    if (fault === 'lost' && given[1] === 'readwrite') {
      Reflect.set(globalThis, 'fault', 'once more');
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    }
    const made = real.apply(this, given);
    if (fault === 'silent') {
      Reflect.set(globalThis, 'fault', 'was silent');
      Object.defineProperty(made, 'objectStore', { value: () => silent });
      made.addEventListener('complete', (event) => event.stopImmediatePropagation());
    }
    return made;
  };
}

describe('a database that breaks under the page', () => {
  async function breaking(fault: string): Promise<Tablet> {
    const tablet = await aTablet();
    await tablet.page.addInitScript(makeBreakable);
    await visit(tablet.page);
    await tablet.page.evaluate(() => journal.keep('w', 1));
    await tablet.page.getByText('here 0, w').waitFor();
    await tablet.page.evaluate((name) => Reflect.set(globalThis, 'fault', name), fault);
    return tablet;
  }
  const bodies = async (page: Page) =>
    (await page.evaluate(() => journal.since())).entries.map((entry) => entry.body);

  test('when its connection is lost, the next tap still saves', async () => {
    const { page } = await breaking('lost');
    await page.evaluate(() => journal.keep('w', 2));
    expect(await page.evaluate(() => String(Reflect.get(globalThis, 'fault')))).toBe('once more');
    expect(await bodies(page)).toEqual(['1', '2']);
  });

  test('when it never calls back, that is said within 2 seconds, and saved in the end', async () => {
    const { page } = await breaking('silent');
    const saved = page.evaluate(() => journal.keep('w', 2));
    await page.waitForFunction(() => journal.keeping().problem !== '', undefined, { timeout: 2000 });
    await saved;
    await page.waitForFunction(() => journal.keeping().problem === '');
    expect(await page.evaluate(() => String(Reflect.get(globalThis, 'fault')))).toBe('was silent');
    expect(await bodies(page)).toEqual(['1', '2']);
  });

  test('when it is cleared, the other store gives everything back, and the next tap still saves', async () => {
    const { context, page } = await aTablet();
    const [first] = await page.evaluate(() => journal.keep('w', { type: 'people-counted', here: 1 }));
    await page.getByText('here 1, w').waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Storage.clearDataForOrigin', {
      origin: new URL(page.url()).origin,
      storageTypes: 'indexeddb',
    });
    const [second] = await page.evaluate(() => journal.keep('w', { type: 'people-counted', here: 2 }));
    expect(second?.tablet).not.toBe(first?.tablet);
    expect(second?.place).toBe(1);
    const count = () => page.evaluate(async () => (await journal.since()).entries.length);
    await expect.poll(count, { timeout: 10_000 }).toBe(2);
    await page.waitForFunction(() => journal.health().rebuilt > 0);
    expect(await page.evaluate(() => journal.health())).toMatchObject({
      state: 'whole',
      missing: 0,
    });
  });
});

describe('two stores', () => {
  const bodies = async (page: Page) =>
    (await page.evaluate(() => journal.since())).entries.map((entry) => entry.body);
  async function clear(tablet: Tablet, storageTypes: string): Promise<void> {
    const cdp = await tablet.context.newCDPSession(tablet.page);
    await cdp.send('Storage.clearDataForOrigin', { origin: new URL(tablet.page.url()).origin, storageTypes });
  }
  const checked = (page: Page) =>
    page.waitForFunction(() => journal.health().checked, undefined, { timeout: 2500 });

  test('the log alone rebuilds the database, photos and small values too', async () => {
    const tablet = await aTablet();
    // The name of these bytes: a photo stays as long as something names it.
    const photo = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
    await tablet.page.evaluate((name) => journal.keepWith('w', { name }, [1, 2, 3]), photo);
    await tablet.page.evaluate(() => journal.keepAbout('pin', 7));
    await clear(tablet, 'indexeddb');
    const again = await killAndRestart(tablet);
    expect(await bodies(again.page)).toEqual([JSON.stringify({ name: photo })]);
    expect(await again.page.evaluate(() => journal.about('pin'))).toBe(7);
    expect(await again.page.evaluate(() => journal.dump())).toContain('AQID');
    await checked(again.page);
    expect(await again.page.evaluate(() => journal.health())).toMatchObject({ state: 'whole', rebuilt: 1 });
  });

  test('the database alone rebuilds the log', async () => {
    const tablet = await aTablet();
    await tablet.page.evaluate(() => journal.keep('w', 1, 2));
    await tablet.close();
    for (const { name } of profileFiles(tablet).filter(
      ({ bytes }) => bytes.subarray(1, 4).toString() === 'Cup',
    ))
      rmSync(join(tablet.profile, name));
    const again = await openedAgain(tablet);
    expect(await again.page.evaluate(() => journal.logged())).toEqual([]);
    await again.page.evaluate(() => journal.since());
    await checked(again.page);
    expect(await again.page.evaluate(() => journal.logged())).toHaveLength(2);
  });

  test('when both are gone, a start does not look like a first start', async () => {
    const tablet = await aTablet();
    await tablet.page.evaluate(() => journal.keep('w', 1, 2, 3));
    await tablet.page.waitForFunction(() => (localStorage.getItem('cuppa-marker') ?? '').includes(':3'));
    await clear(tablet, 'indexeddb,file_systems');
    // Values like the marker reach the disk late: only an orderly end keeps them for sure.
    await tablet.close();
    const again = await openedAgain(tablet);
    await again.page.evaluate(() => journal.since());
    await checked(again.page);
    expect(await again.page.evaluate(() => journal.health())).toMatchObject({
      state: 'lost',
      missing: 3,
      workshops: ['w'],
    });
  });

  test('a first start is a first start', async () => {
    const { page } = await aTablet();
    await page.evaluate(() => journal.since());
    await checked(page);
    expect(await page.evaluate(() => journal.health())).toMatchObject({
      state: 'whole',
      missing: 0,
      rebuilt: 0,
    });
  });
});

describe('sealed answers', () => {
  const marker = 'd41f9c77aa02e6b8';

  test('while the box is open, nothing but the box holds them', async () => {
    const tablet = await aTablet();
    const { page } = tablet;
    expect(await page.evaluate(() => journal.sealedAvailable())).toBe(true);
    for (const number of [1, 2, 3]) {
      await page.evaluate(([text]) => journal.sealAnswers('w', 'poll', [{ text }]), [`${marker}-${number}`]);
    }
    await page.evaluate(() => journal.keep('w', { type: 'turn-taken', activity: 'poll' }));
    const texts = await Promise.all([
      page.evaluate(() => journal.dump()),
      page.evaluate(() => journal.exported('w')),
      page.evaluate(async () => JSON.stringify(await journal.readWorkshop('w'))),
    ]);
    expect(texts.filter((text) => text.includes(marker))).toEqual([]);
    expect(texts[1]).toContain('"sealed":["poll"]');
    await tablet.close();

    const found = filesWith(tablet, marker);
    expect(found.filter(({ bytes }) => !isBox(bytes)).map(({ name }) => name)).toEqual([]);
    // Both copies are the same to the byte, so that nothing between them shows who came last.
    expect(found).toHaveLength(2);
    expect(found[0]?.bytes.equals(found[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
    const box = await decodeBox(new Uint8Array(found[0]?.bytes ?? []));
    expect(box?.answers).toHaveLength(3);
    expect(Object.keys(box?.answers[0] ?? {})).toEqual(['id', 'text']);
  });

  test('what was sealed is there after a kill, and becomes one entry once', async () => {
    let tablet = await aTablet();
    for (const number of [1, 2, 3]) {
      await tablet.page.evaluate((n) => journal.sealAnswers('w', 'poll', [{ n }]), number);
      tablet = await killAndRestart(tablet);
      expect(await tablet.page.evaluate(() => journal.countSealed('w', 'poll'))).toBe(number);
    }
    expect(await tablet.page.evaluate(() => journal.openBoxes())).toEqual([
      { workshop: 'w', activity: 'poll' },
    ]);
    expect(await tablet.page.evaluate(() => journal.closeSealed('w', 'poll'))).toBe(3);
    tablet = await killAndRestart(tablet);
    expect(await tablet.page.evaluate(() => journal.closeSealed('w', 'poll'))).toBe(0);
    expect(await tablet.page.evaluate(() => journal.openBoxes())).toEqual([]);
    const { entries } = await tablet.page.evaluate(() => journal.since());
    expect(entries).toHaveLength(1);
    expect(profileFiles(tablet).filter(({ bytes }) => isBox(bytes))).toEqual([]);
  });

  test('two tabs seal into the same box without losing any', async () => {
    const { context, page } = await aTablet();
    const other = await visit(await context.newPage());
    const tabs = [page, other];
    await Promise.all(
      tabs.flatMap((tab) =>
        [1, 2, 3].map((n) => tab.evaluate((m) => journal.sealAnswers('w', 'poll', [{ m }]), n)),
      ),
    );
    expect(await page.evaluate(() => journal.countSealed('w', 'poll'))).toBe(6);
    const closed = await Promise.all(tabs.map((tab) => tab.evaluate(() => journal.closeSealed('w', 'poll'))));
    const { entries } = await page.evaluate(() => journal.since());
    expect(entries).toHaveLength(1);
    expect(Math.max(...closed)).toBe(6);
  });
});

describe('the half-made answer', () => {
  const marker = '7be3550c91d8fa24';

  test('it outlives a kill, and once forgotten no byte of it is left', async () => {
    let tablet = await aTablet();
    await tablet.page.evaluate((text) => journal.keepDraft({ text: text.repeat(50) }), marker);
    await tablet.page.evaluate((text) => journal.keepDraft({ text }), marker);
    tablet = await killAndRestart(tablet);
    expect(await tablet.page.evaluate(() => journal.readDraft())).toEqual({ text: marker });
    expect(filesWith(tablet, marker)).toHaveLength(1);
    await tablet.page.evaluate(async (text) => {
      void journal.keepDraft({ text, more: 1 });
      await journal.forgetDraft();
    }, marker);
    expect(await tablet.page.evaluate(() => journal.readDraft())).toBeUndefined();
    expect(filesWith(tablet, marker)).toEqual([]);
    await tablet.close();
    expect(filesWith(tablet, marker)).toEqual([]);
  });
});

test('a workshop file crosses to an empty tablet', async () => {
  const one = await aTablet();
  await one.page.evaluate(() => journal.keep('w', { type: 'people-counted', here: 12 }));
  const text = await one.page.evaluate(() => journal.exported('w'));
  const two = await aTablet();
  expect(await two.page.evaluate((file) => journal.importFile(file), text)).toMatchObject({
    workshop: 'w',
    added: 1,
    had: 0,
  });
  await two.page.getByText('here 12, w').waitFor();
  two.expectQuiet();
});
