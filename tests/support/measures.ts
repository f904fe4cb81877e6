import type { Page } from 'playwright-core';

/** What is too small, cut off or headless on the page as it stands, each in one line. */
export function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const TAP = 48;
    const ANSWER = 104;
    const LEAST_TEXT = 16;
    /** Half a pixel is a matter of rounding. */
    const SLACK = 0.5;
    const faults: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const hiddenFromSight = (element: Element): boolean =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      getComputedStyle(element).clipPath !== 'none' ||
      element.closest('.seen-by-readers, [data-react-aria-prevent-focus], [inert]') !== null;
    /** Only ever for those who listen: a dialog's second Close. */
    const forReaders = (element: Element): boolean => {
      const { parentElement } = element;
      return parentElement !== null && parentElement.getBoundingClientRect().width <= 1;
    };
    /** Where the element itself is out of sight (a native radio), its label is what is tapped. */
    const target = (element: Element): Element => element.closest('label') ?? element;

    const tapped = document.querySelectorAll(
      'button, a[href], summary, input, textarea, select, [role="button"], [role="radio"], [role="checkbox"], [role="slider"]',
    );
    for (const element of new Set([...tapped].map(target))) {
      if (hiddenFromSight(element)) continue;
      const { width, height } = element.getBoundingClientRect();
      // A native field behind its tile is out of sight as well.
      if (width <= 1 || height <= 1 || forReaders(element)) continue;
      const least = element.matches('main .choices > .choice, .done .button, .top .button, .turn')
        ? ANSWER
        : TAP;
      if (width < TAP - SLACK || height < least - SLACK)
        faults.push(
          `${Math.round(width)}x${Math.round(height)} is less than ${TAP}x${least}: ${name(element)}`,
        );
    }

    const cut = document.querySelectorAll('button, .button, .choice, h1, h2, h3, p, label, li, .card');
    for (const element of cut) {
      if (hiddenFromSight(element) || element.closest('.where, svg')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const over = {
        x: element.scrollWidth - element.clientWidth,
        y: element.scrollHeight - element.clientHeight,
      };
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      // What is not clipped may stand out by the rim of a tick; words that leave their button may not.
      const room = clips || element.matches('button') ? 2 : 12;
      if (element.clientWidth > 1 && (over.x > room || (clips && over.y > room)))
        faults.push(`cut off by ${over.x}x${over.y}: ${name(element)}`);
    }

    for (const tick of document.querySelectorAll('.choice .tick')) {
      const range = document.createRange();
      const box = tick.getBoundingClientRect();
      const texts = document.createTreeWalker(tick.parentElement ?? tick, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        range.selectNodeContents(node);
        const under = [...range.getClientRects()].some(
          (words) =>
            words.right > box.left + 2 &&
            words.left < box.right - 2 &&
            words.bottom > box.top + 4 &&
            words.top < box.bottom - 4,
        );
        if (under) faults.push(`words under the tick: ${name(tick.parentElement ?? tick)}`);
      }
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !(node.textContent ?? '').trim() || hiddenFromSight(element)) continue;
      for (const word of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        if (
          (innerWidth < 600 && document.documentElement.dataset.text !== 'standard') ||
          element.closest('svg, .where')
        )
          break;
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = [...range.getClientRects()]
          .filter(({ width }) => width > 0)
          .map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) small.add(`a word is broken, ${word[0]}: ${name(element)}`);
      }
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < LEAST_TEXT - 0.01) small.add(`text of ${size} px: ${name(element)}`);
    }
    const main = [...document.querySelectorAll('h1')].filter(
      // What lies behind a sheet is hidden from everybody.
      (h1) => h1.checkVisibility() && !h1.closest('[aria-hidden="true"], [inert]'),
    );
    const least = document.querySelector('[role="dialog"]') ? 0 : 1;
    if (main.length > 1 || main.length < least)
      faults.push(`${main.length} h1: ${main.map(name).join(' | ')}`);
    return [...faults, ...small];
  });
}
