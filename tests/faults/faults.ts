import type { FaultsApi } from './page/page.ts';
import { damage, filesOf, newRow, Subject, wait, type Row, type Settings } from './harness.ts';

declare const faults: FaultsApi;

export type Fault = {
  name: string;
  /** Runs once with the seed's next numbers, and adds what came of it. */
  run: (settings: Settings, random: () => number, row: Row) => Promise<void>;
  /** True once a single store has lost something, or could not save: the fault bites. */
  bites: (settings: Settings, random: () => number) => Promise<boolean>;
};

const IDB = /IndexedDB/;

async function tapping(subject: Subject, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await subject.page.evaluate(() => faults.tap('answer'));
}

/** F1: killed while answers are being saved, a few to some hundred milliseconds after the first "saved". */
export const killed: Fault = {
  name: 'F1 killed while saving',
  async run(settings, random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start();
      for (let kills = 0; kills < 5; kills += 1) {
        await subject.page.evaluate(() => faults.tapOn());
        await wait(20 + random() * 250);
        await subject.kill();
        row.injected += 1;
        await subject.start();
        // Counted once for all kills of this tablet: what was acknowledged before must still be there.
        const own = newRow('');
        await subject.check(own);
        row.lost += own.lost;
        row.doubled += own.doubled;
        row.halves += own.halves;
        row.falseAlarms += own.falseAlarms;
        row.noticed += own.lost === 0 ? 1 : 0;
      }
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  },
  // A kill alone loses from a strict store too rarely to wait for: what bites is the kill with a store gone.
  bites: (settings, random) => offline('wiped').bites(settings, random),
};

/** F2, with the browser off: the files of the database are wiped, cut or altered. */
export function offline(kind: keyof typeof damage): Fault {
  async function hurt(settings: Settings, random: () => number, row: Row): Promise<number> {
    const subject = new Subject(settings);
    try {
      await subject.start();
      await tapping(subject, 12);
      await subject.tablet?.close();
      damage[kind](filesOf(subject.tablet?.profile ?? '', IDB), random);
      row.injected += 1;
      await subject.start();
      return await subject.check(row);
    } finally {
      await subject.end();
    }
  }
  return {
    name: `F2 database files ${kind}`,
    run: async (settings, random, row) => void (await hurt(settings, random, row)),
    bites: async (settings, random) => (await hurt(settings, random, newRow(''))) > 0,
  };
}

/** F2: both stores are gone. Nothing can bring it back: it must be said with numbers, never look like a first start. */
export const bothGone: Fault = {
  name: 'F2 both stores wiped',
  async run(settings, _random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start();
      await tapping(subject, 4);
      await subject.page.waitForFunction(() => (localStorage.getItem('cuppa-marker') ?? '').includes(':8'));
      await subject.tablet?.close();
      const profile = subject.tablet?.profile ?? '';
      damage.wiped([...filesOf(profile, IDB), ...filesOf(profile, /File System/)]);
      row.injected += 1;
      await subject.start();
      const own = newRow('');
      await subject.check(own, true);
      const health = await subject.page.evaluate(() => faults.health());
      // These are lost on purpose: what counts is that it is said.
      row.noticed += health.state === 'lost' && health.missing >= 8 ? 1 : 0;
    } finally {
      await subject.end();
    }
  },
  bites: (settings, random) => offline('wiped').bites(settings, random),
};

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

/** F2, under the open page: cleared, or never answering again, for 3 taps. */
export function underPage(how: 'cleared' | 'throws' | 'silent'): Fault {
  async function hurt(settings: Settings, row: Row): Promise<boolean> {
    const subject = new Subject(settings);
    try {
      await subject.start(breakTransactions);
      await tapping(subject, 3);
      await subject.page.waitForTimeout(600);
      if (how === 'cleared') await subject.clear('indexeddb');
      else await subject.page.evaluate((fault) => Reflect.set(globalThis, 'how', fault), how);
      row.injected += 1;
      const saved = await Promise.race([tapping(subject, 3).then(() => true), wait(9000).then(() => false)]);
      const alarm = await subject.page.evaluate(() => faults.problem());
      if (!saved) return false;
      await subject.page.evaluate(() => Reflect.set(globalThis, 'how', ''));
      await subject.kill();
      await subject.start();
      const own = newRow('');
      const lost = await subject.check(own);
      for (const key of ['acknowledged', 'lost', 'halves', 'doubled', 'falseAlarms'] as const)
        row[key] += own[key];
      if (how === 'cleared' ? lost === 0 : alarm !== '') row.noticed += 1;
      return lost === 0;
    } finally {
      await subject.end();
    }
  }
  return {
    name: `F2 database ${how} under the page`,
    run: async (settings, _random, row) => {
      if (!(await hurt(settings, row))) row.lost += 1;
    },
    bites: async (settings) => !(await hurt(settings, newRow(''))),
  };
}

/** F3: no room. Taps go on until both stores refuse or 25 are saved; what was acknowledged must be there. */
export const quota: Fault = {
  name: 'F3 quota full',
  async run(settings, _random, row) {
    await full(settings, row);
  },
  bites: async (settings) => (await full(settings, newRow(''))) < 10,
};

async function full(settings: Settings, row: Row): Promise<number> {
  const subject = new Subject(settings);
  try {
    await subject.start();
    await tapping(subject, 2);
    // The reserve is set aside a little after the first answer.
    await wait(settings.single ? 100 : 4500);
    const cdp = await subject.page.context().newCDPSession(subject.page);
    const { origin } = new URL(subject.page.url());
    const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 50_000 });
    row.injected += 1;
    const before = subject.acknowledged.size;
    const work = (async () => {
      for (let i = 0; i < 25; i += 1) await subject.page.evaluate(() => faults.heavy(30_000));
    })().catch(() => undefined);
    await Promise.race([work, wait(12_000)]);
    const saved = (subject.acknowledged.size - before) / 2;
    const said = await subject.page.evaluate(() => faults.problem());
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await subject.kill();
    await subject.start();
    const own = newRow('');
    await subject.check(own);
    for (const key of ['acknowledged', 'lost', 'halves', 'doubled', 'falseAlarms'] as const)
      row[key] += own[key];
    if (said !== '') row.noticed += 1;
    return saved;
  } finally {
    await subject.end();
  }
}

export const TASKS = ['answer', 'note', 'handOver', 'close', 'import'] as const;

/** F4: the nth storage call fails, for n = 1, 2, 3… until none does. `on`: all from the nth fail until it is killed. */
export function nthFails(where: 'page' | 'worker', task: (typeof TASKS)[number]): Fault {
  return {
    name: `F4 nth call fails, ${where === 'page' ? 'database' : 'files'}: ${task}`,
    async run(settings, _random, row) {
      const subject = new Subject(settings);
      try {
        await subject.start();
        await tapping(subject, 1);
        for (let nth = 1; nth < 40; nth += 1) {
          await subject.page.evaluate(
            ([place, n]) =>
              place === 'page'
                ? faults.breakPage({ nth: n, on: false })
                : faults.breakWorker({ nth: n, on: false }),
            [where, nth] as const,
          );
          await Promise.race([
            subject.page.evaluate((name) => faults.tap(name), task),
            wait(20_000).then(() =>
              Promise.reject(new Error(`${task} never saved after call ${nth} failed`)),
            ),
          ]);
          const calls = await subject.page.evaluate(() => faults.pageCalls());
          row.injected += 1;
          row.noticed += 1;
          if (where === 'page' ? calls < nth : nth > 8) break;
        }
        await subject.page.evaluate(() => faults.breakPage({ nth: 0 }));
        await subject.kill();
        await subject.start();
        const own = newRow('');
        await subject.check(own);
        for (const key of ['acknowledged', 'lost', 'halves', 'doubled', 'falseAlarms'] as const)
          row[key] += own[key];
      } finally {
        await subject.end();
      }
    },
    // With one store a database that goes on failing saves nothing.
    bites: (settings) => underPage('throws').bites(settings, Math.random),
  };
}

/** F5: the clock jumps while people answer. */
export const clock: Fault = {
  name: 'F5 clock jumps',
  async run(settings, random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start();
      for (const hours of [1, -1, 87_600, -87_600, random() * 10 - 5]) {
        await subject.page.evaluate((ms) => {
          const real = Date.now.bind(Date);
          Date.now = () => real() + ms;
        }, hours * 3_600_000);
        row.injected += 1;
        await tapping(subject, 2);
      }
      await subject.kill();
      await subject.start();
      const lost = await subject.check(row);
      if (lost === 0) row.noticed = row.injected;
    } finally {
      await subject.end();
    }
  },
  // There is nothing to bite: no clock decides anything, with one store either.
  bites: async () => true,
};

/** F6: two tabs, one of them frozen while the other saves. */
export const frozen: Fault = {
  name: 'F6 two tabs, one frozen',
  async run(settings, _random, row) {
    const subject = new Subject(settings);
    try {
      const one = await subject.start();
      const two = await subject.visit(await one.context().newPage());
      await Promise.all(
        [one, two].map((page) => page.evaluate(() => Promise.all([1, 2, 3].map(() => faults.tap('answer'))))),
      );
      await one.evaluate(() => faults.tapOn());
      const cdp = await one.context().newCDPSession(one);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      row.injected += 1;
      const saved = await Promise.race([
        two.evaluate(() => Promise.all([1, 2, 3].map(() => faults.tap('answer')))).then(() => true),
        wait(15_000).then(() => false),
      ]);
      await subject.kill();
      await subject.start();
      const lost = await subject.check(row);
      if (saved && lost === 0) row.noticed += 1;
      if (!saved) row.lost += 1;
    } finally {
      await subject.end();
    }
  },
  bites: async () => true,
};

/** Starts with nothing wrong: new page, new worker, nothing to say. */
export async function cleanStarts(settings: Settings, count: number, row: Row): Promise<void> {
  const subject = new Subject(settings);
  try {
    await subject.start();
    await tapping(subject, 5);
    for (let i = 0; i < count; i += 1) {
      if (i % 10 === 3) await tapping(subject, 1);
      await subject.page.goto('about:blank');
      await subject.visit(subject.page);
      const own = newRow('');
      await subject.check(own);
      row.injected += 1;
      row.lost += own.lost;
      row.falseAlarms +=
        own.falseAlarms + (own.noticed > 0 && own.lost === 0 && own.falseAlarms === 0 ? 1 : 0);
    }
    row.acknowledged += subject.acknowledged.size;
  } finally {
    await subject.end();
  }
}
