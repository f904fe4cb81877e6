import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: {
    // 7:1 holds all that 4.5:1 holds.
    'color-contrast': { enabled: false },
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
  },
  resultTypes: ['violations'],
};

/** Fails with every violation that axe finds on the page as it stands, naming rule, element and reason. */
export async function expectAccessible(page: Page, where: string = page.url()): Promise<void> {
  // Evaluated by the debugger and not as a script tag, so the content security policy stays as people get it.
  await page.evaluate(axe.source);
  await unstick(page, 'static');
  const results = await page.evaluate<AxeResults, RunOptions>(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    OPTIONS,
  );
  await unstick(page, '');
  const found = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help})\n    ${node.target.join(' ')}\n    ${node.failureSummary ?? ''}`),
  );
  if (found.length > 0) throw new Error(`axe found ${found.length} on ${where}:\n${found.join('\n')}`);
}

/**
 * Axe counts a button that lies half under a bar as too small, though a scroll brings it out whole.
 * So the bars that stick stand still while it looks; that focus is never covered is tested by itself.
 */
async function unstick(page: Page, position: string): Promise<void> {
  await page.evaluate((to) => {
    for (const bar of document.querySelectorAll<HTMLElement>('.top, .done, .sheet-foot'))
      bar.style.position = to;
  }, position);
}
