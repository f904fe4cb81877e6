import type { FaultsApi, Task } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { mustSave, Subject } from './harness.ts';
import { noteMost } from './rows.ts';

declare const faults: FaultsApi;

export const TASKS = ['answer', 'note', 'handOver', 'close', 'import'] as const satisfies Task[];
type Where = 'page' | 'worker';
const MOST = 400;

async function arm(subject: Subject, where: Where, nth: number, on: boolean): Promise<void> {
  await subject.page.evaluate(
    async ([place, n, stays]) =>
      place === 'page' ? faults.breakPage({ nth: n, on: stays }) : faults.breakWorker({ nth: n, on: stays }),
    [where, nth, on] as const,
  );
}

/** `on`: all from the nth fail until it was saved some other way, and then the store is given time to come back. */
function failing(where: Where, task: Task, on: boolean): Fault['run'] {
  return async (settings, _random, row) => {
    const subject = new Subject(settings);
    try {
      await subject.start();
      // The log alone has no other way: once its file is open, nothing of it fails at a first answer.
      await subject.tap(1);
      for (let nth = 1; ; nth += 1) {
        if (nth > MOST) throw new Error(`More than ${MOST} calls for one ${task}.`);
        await arm(subject, where, nth, on);
        await mustSave(
          subject.page.evaluate((name) => faults.tap(name), task),
          25_000,
          `${task}, call ${nth}`,
        );
        const calls = (await subject.page.evaluate(() => faults.counted()))[where];
        await arm(subject, where, 0, false);
        if (on && settings.control === '')
          await subject.page.waitForFunction(() => faults.health().state === 'whole', undefined, {
            timeout: 30_000,
          });
        // Fewer calls than that were made: none failed, and so all of them have been tried.
        if (calls < nth) {
          noteMost(row, 'calls:', nth - 1);
          break;
        }
        row.injected += 1;
      }
      await subject.kill();
      await subject.start();
      const noticed = row.noticed;
      await subject.check(row);
      // One look at the end for all of them.
      if (row.noticed > noticed) row.noticed = row.injected;
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
}

/** F4: the nth storage call fails, for n = 1, 2, 3… until none does. */
export function nthFails(where: Where, task: Task, on = false): Fault {
  const run = failing(where, task, on);
  // An answer that needs no file is hurt by failing files only where it is kept in nothing else.
  const inLog = where === 'worker' && task !== 'close';
  return {
    name: `F4 ${on ? 'all calls from the nth on fail' : 'the nth call fails'}, ${where === 'page' ? 'database' : 'files'}: ${task}`,
    run,
    control: {
      lacks: inLog ? 'the log alone, nothing tried again' : 'one database, nothing tried again',
      hurts: hurtsOn(inLog ? 'log' : 'hasty', inLog ? failing(where, task, true) : run),
    },
  };
}

/** F4 while starting: the nth call of a start fails, with the database as it was or wiped just before. */
export function startFails(where: Where, wiped: boolean): Fault {
  const run: Fault['run'] = async (settings, _random, row) => {
    const subject = new Subject(settings);
    try {
      await subject.start();
      await subject.tap(3);
      for (let nth = 1; ; nth += 1) {
        if (nth > MOST) throw new Error(`More than ${MOST} calls for one start.`);
        const { page } = subject;
        await page.goto('about:blank');
        if (wiped) await subject.clear('indexeddb');
        await page.evaluate(() => undefined);
        await subject.visit(page, `${where === 'page' ? 'break' : 'breakWorker'}=${nth}`);
        await mustSave(
          page.evaluate(() => faults.tags()),
          20_000,
          `a start, call ${nth}`,
        );
        if (settings.control === '')
          await page.waitForFunction(() => faults.health().checked, undefined, { timeout: 30_000 });
        const calls = (await page.evaluate(() => faults.counted()))[where];
        if (calls < nth) {
          noteMost(row, 'calls:', nth - 1);
          break;
        }
        // The check's own reading must not be what fails.
        await arm(subject, where, 0, false);
        row.injected += 1;
        await subject.check(row);
      }
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
  return {
    name: `F4 the nth call of a start fails, ${where === 'page' ? 'database' : 'files'}${wiped ? ', database wiped' : ''}`,
    run,
    control: wiped
      ? { lacks: 'one store, no second one', hurts: hurtsOn('single', run) }
      : {
          lacks:
            where === 'page' ? 'one database, nothing tried again' : 'the log alone, nothing tried again',
          hurts: hurtsOn(where === 'page' ? 'hasty' : 'log', run),
        },
  };
}
