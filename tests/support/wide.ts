import type { Page } from 'playwright-core';

/** Fails, naming the widest elements, if the page or a part of it has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const everything = [...document.querySelectorAll('body, body *')];
    const scrollers = everything.filter(
      (element) =>
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1,
    );
    const pageScrolls = (document.scrollingElement?.scrollWidth ?? 0) > width + 1;
    const tooWide = everything.filter((element) => element.getBoundingClientRect().right > width + 1);
    return {
      width,
      wide: [...scrollers, ...(pageScrolls ? tooWide : [])].slice(0, 8).map(name),
      scrolls: pageScrolls || scrollers.length > 0,
    };
  });
  if (found.scrolls) {
    throw new Error(`Sideways scroll at ${found.width} px on ${page.url()}:\n${found.wide.join('\n')}`);
  }
}

/** Does `check` at another width (320 px is 1280 px at 400% zoom), then goes back. */
export async function atWidth(page: Page, width: number, check: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 1024 });
  try {
    await check();
  } finally {
    if (before) await page.setViewportSize(before);
  }
}
