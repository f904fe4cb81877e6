import type { Locator, Page } from 'playwright-core';

/** Somebody who sees the frame and has one key, or two. */
export type Switch = {
  /** Waits until the frame is round this, and presses; into groups on the way. */
  choose(wanted: Locator): Promise<void>;
  /** How often a key was pressed. */
  presses(): number;
};
type Seen = 'this' | 'group' | 'elsewhere' | 'nowhere';

/** Somebody sees the frame come, and presses: a test that is slow to look must not press what comes after it. */
const SLOWEST = 200;

/** `step` is the key that goes on, for somebody with two; `between` is how long they wait between presses, in ms. */
export function useSwitch(
  page: Page,
  { choose, step, between = 0 }: { choose: string; step?: string; between?: number },
): Switch {
  let presses = 0;
  let last = -Infinity;
  const press = async (key: string): Promise<void> => {
    await page.waitForTimeout(Math.max(0, last + between - performance.now()));
    presses++;
    await page.keyboard.press(key);
    last = performance.now();
  };
  return {
    presses: () => presses,
    async choose(wanted) {
      const one = wanted.first();
      await one.waitFor({ state: 'attached' });
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        const slow = performance.now() - last < between;
        const at = slow ? 'elsewhere' : await one.evaluate(look, step ? Infinity : SLOWEST);
        if (at === 'this') return press(choose);
        if (at === 'group' || at === 'nowhere') await press(choose);
        else if (step && !slow) await press(step);
        else await page.waitForTimeout(20);
      }
      throw new Error(`The frame never came to ${String(wanted)}.`);
    },
  };
}

/**
 * What is seen of the frame: is it round this one alone, round more with it, elsewhere, or nowhere? Fails where
 * something lies over what it is round. A frame that came longer ago than `fresh` is let go by.
 */
function look(element: Element, fresh: number): Seen {
  const frame = document.querySelector('.scan-frame');
  if (!frame) return document.querySelector('.scan-bar.rests') ? 'nowhere' : 'elsewhere';
  const round = frame.getBoundingClientRect();
  const place = `${round.x} ${round.y} ${round.width} ${round.height} ${frame.className}`;
  const root = document.documentElement;
  if (root.dataset.seenFrame !== place) {
    root.dataset.seenFrame = place;
    root.dataset.seenAt = `${performance.now()}`;
  }
  const scanned = element instanceof HTMLElement ? element.dataset.scanned : undefined;
  if (scanned === undefined || scanned === 'out') return 'elsewhere';
  if (performance.now() - Number(root.dataset.seenAt) > fresh) return 'elsewhere';
  if (scanned === 'group') return 'group';
  const shown = element.closest('label') ?? element;
  const box = shown.getBoundingClientRect();
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 2;
  const isRound = near(round.left, box.left) && near(round.right, box.right) && near(round.top, box.top);
  if (!isRound || !near(round.bottom, box.bottom)) return 'elsewhere';
  const over = document
    .elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    .find((each) => !each.closest('.scan-frame, .scan-touch'));
  if (over && (shown.contains(over) || over.contains(shown))) return 'this';
  throw new Error(`The frame is round what is covered, by ${over?.outerHTML.slice(0, 200) ?? 'nothing'}`);
}
