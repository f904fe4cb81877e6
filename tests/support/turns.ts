import type { Locator, Page } from 'playwright-core';

/** What a person says at one question: it is answered, and then they go on. */
export type Step = (hands: Hands) => Promise<void>;

export type Hands = {
  page: Page;
  /** Presses a button, with Enter or with a tap. */
  press: (button: Locator) => Promise<void>;
  /** Next, or Done at the last question. */
  goOn: () => Promise<void>;
};

/** Taps sooner after one another than this are taken for a slip (src/access/taps.ts). */
const BETWEEN_TAPS = 520;
const lastTap = new WeakMap<Page, number>();

/** How somebody works the tablet: with Enter, which is not timed, or with a finger. */
export function handsOn(page: Page, by: 'keys' | 'taps'): Hands {
  const press = async (button: Locator): Promise<void> => {
    const ready = button.and(page.locator(':not(:disabled)')).first();
    await ready.waitFor();
    if (by === 'keys') return ready.press('Enter');
    const last = lastTap.get(page) ?? -Infinity;
    await page.waitForTimeout(Math.max(0, last + BETWEEN_TAPS - performance.now()));
    await ready.tap();
    lastTap.set(page, performance.now());
  };
  const goOn = () => press(foot(page).getByRole('button', { name: /^(Next|Done)$/ }));
  return { page, press, goOn };
}

/** The buttons at the foot of every screen. */
export const foot = (page: Page): Locator => page.getByRole('contentinfo');
const main = (page: Page): Locator => page.getByRole('main');

/** Chooses an answer by its words, also one on a later page of answers. */
export function choose(answer: string | RegExp): Step {
  return async ({ page, press, goOn }) => {
    await pick({ page, press }, answer);
    await goOn();
  };
}

async function pick({ page, press }: Pick<Hands, 'page' | 'press'>, answer: string | RegExp): Promise<void> {
  const name = { name: answer, exact: typeof answer === 'string' };
  const tile = main(page).getByRole('radio', name).or(main(page).getByRole('checkbox', name));
  const more = main(page).getByRole('button', { name: /^More answers/ });
  await main(page).getByRole('radio').or(main(page).getByRole('checkbox')).first().waitFor();
  while ((await tile.count()) === 0) await press(more);
  await tile.first().press('Space');
}

/** Says the same of one rule after another, until something else is asked. */
export function ofEveryRule(answer: string | RegExp): Step {
  return async (hands) => {
    const question = main(hands.page).getByText(/is this a good rule|are these rules right|did we keep th/i);
    await question.waitFor();
    while ((await question.count()) > 0) await choose(answer)(hands);
  };
}

/** Writes in the one field of this screen. */
export function write(words: string): Step {
  return async (hands) => {
    await half(words)(hands);
    await hands.goOn();
  };
}

/** Writes, and does not go on. */
export function half(words: string): Step {
  return ({ page }) => main(page).getByRole('textbox').fill(words);
}

/** Makes a sentence of pictures, each found by its word. */
export function tapPictures(...pictures: string[]): Step {
  return async ({ page, press, goOn }) => {
    for (const picture of pictures) {
      await main(page).getByLabel('Find a picture').fill(picture);
      await press(main(page).getByRole('button', { name: picture, exact: true }));
    }
    await goOn();
  };
}

/** Draws one line from corner to corner. */
export function draw(): Step {
  return async ({ page, goOn }) => {
    const pad = main(page).getByRole('img', { name: /draw/i });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('There is nothing to draw on.');
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await goOn();
  };
}

/** Gives one dot to a note. */
export function giveDot(note: string | RegExp): Step {
  return async ({ page, press, goOn }) => {
    await press(main(page).getByRole('button', { name: note }));
    await goOn();
  };
}

/** Has nothing to add to what stands here. */
export const enough: Step = ({ goOn }) => goOn();
