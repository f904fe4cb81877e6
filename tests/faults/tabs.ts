import type { Page } from 'playwright-core';
import type { FaultsApi, Task } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { mustSave, Subject, wait } from './harness.ts';

declare const faults: FaultsApi;

/**
 * Stops every line of a page, as a tablet does with tabs that nobody sees. The browser's own lifecycle state
 * "frozen" lets storage go on answering, and hurt nothing. The page's worker is not stopped.
 */
async function freeze(page: Page): Promise<{ wake: () => Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Debugger.enable');
  await cdp.send('Debugger.pause');
  return { wake: async () => void (await cdp.send('Debugger.disable')) };
}

/** F6: two tabs, and one of them is frozen in the middle of saving. */
function frozen(task: Task): Fault {
  const run: Fault['run'] = async (settings, random, row) => {
    const subject = new Subject(settings);
    try {
      const one = await subject.start();
      const two = await subject.visit(await one.context().newPage());
      await Promise.all(
        [one, two].map((page) => page.evaluate(() => Promise.all([1, 2, 3].map(() => faults.tap('answer'))))),
      );
      await one.evaluate((name) => faults.tapOn(name), task);
      await wait(20 + random() * 100);
      const { wake } = await freeze(one);
      row.injected += 1;
      await mustSave(
        two.evaluate((name) => Promise.all([1, 2, 3].map(() => faults.tap(name))), task),
        20_000,
        'the tab that is not frozen',
      );
      // Awake again, it goes on with what it was in the middle of.
      await wake();
      await wait(500);
      await subject.kill();
      await subject.start();
      if (task === 'seal') await subject.page.evaluate(() => faults.closeBoxes());
      await subject.check(row);
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
  return {
    name: `F6 two tabs, one frozen: ${task}`,
    run,
    control: { lacks: 'both stores behind one lock for all tabs', hurts: hurtsOn('locked', run) },
  };
}
export const frozenWhileAnswering = frozen('answer');
export const frozenWhileSealing = frozen('seal');

/** F6: a tab with the next version of the database, beside a frozen one with this version. */
export const newerTab: Fault = {
  name: 'F6 newer version beside a frozen older tab',
  async run(settings, _random, row) {
    const subject = new Subject(settings);
    try {
      const older = await subject.start();
      await subject.tap(3);
      await freeze(older);
      const newer = await subject.visit(await older.context().newPage(), 'newer');
      row.injected += 1;
      await newer.evaluate(() => faults.watch());
      await mustSave(
        newer.evaluate(() => faults.tap('answer')),
        15_000,
        'the newer tab',
      );
      const saidAt = await newer.evaluate(() => faults.saidAt());
      if (saidAt !== undefined) row.said.push(saidAt);
      const times = row.said.length;
      await subject.kill();
      // Both versions open it afterwards: the newer one first, as after an update, then the older one.
      await subject.start({ asked: 'newer' });
      const noticed = row.noticed;
      await subject.check(row);
      await subject.page.goto('about:blank');
      await subject.visit(subject.page);
      await subject.check(row);
      row.noticed = noticed + (saidAt === undefined ? 0 : 1);
      row.said.length = times;
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  },
  control: {
    lacks: 'one database, no second store',
    hurts: (settings, random) => hurtsOn('single', newerTab.run)(settings, random),
  },
};
