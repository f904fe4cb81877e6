import type { FaultsApi } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { mustSave, Subject } from './harness.ts';
import { noteMost } from './rows.ts';

declare const faults: FaultsApi;

function breakTransactions(): void {
  const real: unknown = Reflect.get(IDBDatabase.prototype, 'transaction');
  const silent: object = new Proxy(() => undefined, {
    get: () => silent,
    set: () => true,
    apply: () => silent,
  });
  Reflect.set(
    IDBDatabase.prototype,
    'transaction',
    function broken(this: unknown, ...given: unknown[]): unknown {
      const how: unknown = Reflect.get(globalThis, 'how');
      if (how === 'throws')
        throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
      if (how === 'silent') return silent;
      const result: unknown = typeof real === 'function' ? Reflect.apply(real, this, given) : undefined;
      return result;
    },
  );
}

/** F2, under the open page: the database is cleared, throws, or never answers again, for 3 taps. */
export function underPage(how: 'cleared' | 'throws' | 'silent'): Fault {
  const run: Fault['run'] = async (settings, _random, row) => {
    const subject = new Subject(settings);
    try {
      await subject.start({ script: breakTransactions });
      await subject.tap(3);
      if (settings.control === '') await subject.page.waitForFunction(() => faults.health().checked);
      if (how === 'cleared') await subject.clear('indexeddb');
      else await subject.page.evaluate((fault) => Reflect.set(globalThis, 'how', fault), how);
      row.injected += 1;
      await subject.page.evaluate(() => faults.watch());
      for (let tap = 0; tap < 3; tap += 1) {
        const before = Date.now();
        await mustSave(subject.tap(1), 9000, 'the next tap');
        noteMost(row, 'slowest tap, ms:', Date.now() - before);
      }
      await subject.page
        .waitForFunction(() => faults.saidAt() !== undefined, undefined, { timeout: 5000 })
        .catch(() => undefined);
      const saidAt = await subject.page.evaluate(() => faults.saidAt());
      if (saidAt !== undefined) row.said.push(saidAt);
      await subject.page.evaluate(() => Reflect.set(globalThis, 'how', ''));
      await subject.kill();
      await subject.start();
      const noticed = row.noticed;
      const times = row.said.length;
      await subject.check(row);
      // What counts is that it was said under the open page, not after the next start.
      row.noticed = noticed + (saidAt === undefined ? 0 : 1);
      row.said.length = times;
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
  return {
    name: `F2 database ${how} under the page`,
    run,
    control: { lacks: 'one database, no second store', hurts: hurtsOn('single', run) },
  };
}
