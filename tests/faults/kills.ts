import type { FaultsApi } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { Subject, wait } from './harness.ts';

declare const faults: FaultsApi;

const TASKS = ['answer', 'answer', 'answer', 'note', 'seal', 'handOver'] as const;

function killing(how: 'browser' | 'tab'): Fault['run'] {
  return async (settings, random, row) => {
    const subject = new Subject(settings);
    // Sealed answers lie in files of their own, which no control replaces.
    const tasks = settings.control === '' ? TASKS : (['answer'] as const);
    try {
      await subject.start();
      for (let kills = 0; kills < 5; kills += 1) {
        const task = tasks[Math.floor(random() * tasks.length)] ?? 'answer';
        await subject.page.evaluate((name) => faults.tapOn(name), task);
        await wait(20 + random() * 250);
        if (how === 'browser') {
          await subject.kill();
          await subject.start();
        } else {
          const { context } = subject.tablet ?? {};
          const cdp = await context?.newCDPSession(subject.page);
          cdp?.send('Page.crash').catch(() => undefined);
          await subject.page.waitForEvent('crash');
          await subject.page.close();
          const page = await context?.newPage();
          if (!subject.tablet || !page) throw new Error('There is no tablet.');
          subject.tablet.page = page;
          await subject.visit(page);
        }
        row.injected += 1;
        if (settings.control === '') await subject.page.evaluate(() => faults.closeBoxes());
        await subject.check(row);
      }
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
}

const early = 'says "saved" before it is';

/** F1: killed while people save, a few to some hundred milliseconds after the first "saved". */
export const killed: Fault = {
  name: 'F1 browser killed while saving',
  run: killing('browser'),
  control: { lacks: early, hurts: hurtsOn('early', killing('browser')) },
};

/** F1: the tab alone falls over in the middle of a transaction. */
export const crashed: Fault = {
  name: 'F1 tab crashed while saving',
  run: killing('tab'),
  control: { lacks: early, hurts: hurtsOn('early', killing('tab')) },
};
