import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Tablet } from '../support/browser.ts';
import { journalTablets } from '../support/journal-page.ts';
import type { JournalApi } from '../support/journal-page/page.ts';
import { filesWith } from '../support/profile.ts';
import { placesOf, tracesOf } from '../support/traces.ts';

declare const journal: JournalApi;

const { aTablet, openedAgain, visit } = journalTablets();

const WORDS = 'e3a1f5-what-one-person-said-77';
/** As base64 it stands in the profile, and nowhere else. */
const PHOTO = Array.from(Buffer.from('the-photo-of-one-person-4411'));
const PHOTO_TEXT = Buffer.from(PHOTO).toString('base64').slice(0, 30);

/** One person's words with a photo, then so much that a snapshot is taken, and another workshop. */
async function filled({ page }: Tablet): Promise<string> {
  return page.evaluate(
    async ({ words, photo }) => {
      const said = {
        type: 'note-written',
        activity: '',
        text: words,
        note: (await journal.photo(photo)).name,
      };
      const [entry] = await journal.keepWith('w', said, photo);
      await journal.keep(
        'w',
        ...Array.from({ length: 220 }, (_, here) => ({ type: 'people-counted', here })),
      );
      await journal.keep('other', { type: 'people-counted', here: 1 });
      await journal.readWorkshop('w');
      while (!(await journal.snapshot('w'))) await new Promise((soon) => setTimeout(soon, 50));
      return entry?.id ?? '';
    },
    { words: WORDS, photo: PHOTO },
  );
}

/** Where the page, its stores and its files still have any of it. */
async function tracesLeft(page: Page): Promise<string[]> {
  const traces = await tracesOf(page);
  return [...placesOf(traces, WORDS), ...placesOf(traces, PHOTO_TEXT)];
}

/**
 * Where any file of the browser's profile still has any of it. One back end merges its own files when it likes: the app
 * makes that likely, and no browser promises it (docs/decisions/0037-removing.md), so nothing is held against them.
 */
const onDisk = (tablet: Tablet): string[] =>
  [...filesWith(tablet, WORDS), ...filesWith(tablet, PHOTO_TEXT)]
    .map(({ name }) => name)
    .filter((name) => !name.includes('.indexeddb.leveldb'));

/** What was taken out is written over soon after; then the app is closed, and opened the next day. */
async function nextDay(tablet: Tablet, flags: string[]): Promise<Tablet> {
  await tablet.page.waitForFunction(async () => (await journal.about('wash-due')) === 'look-again');
  await tablet.close();
  const again = await openedAgain(tablet, { flags });
  await again.page.evaluate(() => journal.since());
  await again.page.waitForFunction(() => journal.health().checked);
  return again;
}

describe.each([
  ['the usual database', []],
  ['the other database that Chromium has', ['--enable-features=IdbSqliteBackingStore']],
])('on %s', (_name, flags) => {
  test('what one person said is taken from every store, and nothing brings it back', async () => {
    const tablet = await aTablet({ flags });
    const other = await visit(await tablet.context.newPage());
    // A second window has a log of its own, which only it may rewrite.
    await other.evaluate(
      (words) => journal.keep('w', { type: 'note-written', activity: '', text: words }),
      WORDS,
    );
    const id = await filled(tablet);
    const file = await tablet.page.evaluate(() => journal.exported('w'));
    expect((await tracesLeft(tablet.page)).length).toBeGreaterThan(3);

    const ids = await other.evaluate(async (words) => {
      const { entries } = await journal.since();
      return entries.filter(({ body }) => body?.includes(words)).map((one) => one.id);
    }, WORDS);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(id);
    await tablet.page.evaluate((gone) => journal.redact(gone), ids);
    await expect.poll(() => tracesLeft(tablet.page), { timeout: 10_000 }).toEqual([]);
    expect(
      await tablet.page.evaluate(async () => JSON.stringify(await journal.readWorkshop('w'))),
    ).not.toContain(WORDS);

    // A safety file of before has the words; the shape of what happened is all that it adds.
    expect(await tablet.page.evaluate((text) => journal.importFile(text), file)).toMatchObject({ added: 0 });
    expect(await tracesLeft(tablet.page)).toEqual([]);
    const { entries } = await tablet.page.evaluate(() => journal.since());
    expect(entries).toHaveLength(223);
    expect(
      entries
        .filter(({ body }) => body === null)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(ids.toSorted());

    const again = await nextDay(tablet, flags);
    await expect.poll(() => onDisk(again), { timeout: 15_000 }).toEqual([]);
    expect(await again.page.evaluate(() => journal.health())).toMatchObject({ state: 'whole', missing: 0 });
    expect(await again.page.evaluate(() => journal.logged())).toHaveLength(223);
  });

  test('a workshop that is discarded goes with its box, its draft and its marks, and stays away', async () => {
    const tablet = await aTablet({ flags });
    const { page } = tablet;
    await filled(tablet);
    await page.evaluate(async (text) => {
      await journal.sealAnswers('w', 'poll', [{ text }]);
      await journal.keepDraft({ workshop: 'w', draft: { text } });
      await journal.keepAbout('copy-of-w', { name: text });
    }, WORDS);
    const file = await page.evaluate(() => journal.exported('w'));
    await page.waitForFunction(() => (localStorage.getItem('cuppa-marker') ?? '').includes('"w"'));

    await page.evaluate(() => journal.discard('w'));
    await page.getByText('missing, other').waitFor();
    expect(await tracesLeft(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('cuppa-marker'))).not.toContain('"w"');
    const refused = await page.evaluate((text) => journal.importFile(text).catch(String), file);
    expect(refused).toContain('This workshop was removed from this tablet');
    expect(await page.evaluate(() => journal.keep('w', 1).catch(String))).toContain('was removed');
    expect(await page.evaluate(() => journal.openBoxes())).toEqual([]);

    const again = await nextDay(tablet, flags);
    await expect.poll(() => onDisk(again), { timeout: 15_000 }).toEqual([]);
    expect(await again.page.evaluate(() => journal.health())).toMatchObject({ state: 'whole', missing: 0 });
    expect(await again.page.evaluate(() => journal.isDiscarded('w'))).toBe(true);
    expect((await again.page.evaluate(() => journal.since())).entries).toHaveLength(1);
  });
});
