import type { Page } from 'playwright-core';

/** Presses a button by its words, with Enter, which is not timed as taps are. */
export function presses(...names: (string | RegExp)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const name of names) {
      const sheet = page.getByRole('dialog');
      const within = (await sheet.count()) > 0 ? sheet : page;
      await within.getByRole('button', { name }).first().press('Enter', { timeout: 5000 });
      await settled(page);
    }
  };
}

/** Waits until there is a heading, and nothing has moved for a moment. */
export async function settled(page: Page): Promise<void> {
  // Looked for at every frame: a locator looks again only after half a second.
  await page.waitForFunction(() => document.querySelector('h1') !== null, undefined, { timeout: 10_000 });
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const quiet = (): ReturnType<typeof setTimeout> => setTimeout(() => (watch.disconnect(), done()), 80);
        let timer = quiet();
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = quiet();
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Brings a workshop file in on the first screen, which must be open. */
export async function bringIn(page: Page, text: string): Promise<void> {
  const told = page.getByRole('status');
  const before = await told.textContent();
  const file = { name: 'gallery.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  while ((await told.textContent()) === before) await page.waitForTimeout(20);
}

/** Puts a half-made answer where a crash would have left it, or takes away the one before. */
export async function leaveDraft(page: Page, draft: string | undefined): Promise<void> {
  await page.evaluate(async (base64) => {
    const folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('cuppa', { create: true });
    const file = await folder.getFileHandle('draft', { create: true });
    const stream = await file.createWritable();
    await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    await stream.close();
  }, draft ?? '');
}
