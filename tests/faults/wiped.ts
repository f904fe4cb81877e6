import type { FaultsApi } from './page/page.ts';
import { damage, DATABASE, FILES, filesOf } from './damage.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { Subject } from './harness.ts';

declare const faults: FaultsApi;

const oneStore = 'one store, no second one';

/** F2, with the browser off: the files of one store are wiped, cut or altered. */
export function offline(kind: keyof typeof damage, store: 'database' | 'log' = 'database'): Fault {
  const part = store === 'database' ? DATABASE : FILES;
  const run: Fault['run'] = async (settings, random, row) => {
    const subject = new Subject(settings);
    try {
      await subject.start();
      await subject.tap(12);
      await subject.tablet?.close();
      damage[kind](filesOf(subject.profile, part), random);
      row.injected += 1;
      await subject.start();
      await subject.check(row);
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  };
  const control = store === 'database' ? 'single' : 'log';
  return {
    name: `F2 ${store} files ${kind}`,
    run,
    control: { lacks: oneStore, hurts: hurtsOn(control, run) },
  };
}

function forgetMarker(): void {
  Storage.prototype.setItem = () => undefined;
}

/** F2: both stores are gone. Nothing can bring it back: it must be said with numbers, never look like a first start. */
export const bothGone: Fault = {
  name: 'F2 both stores wiped (lost: it must be said)',
  async run(settings, _random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start(settings.control === 'unmarked' ? { script: forgetMarker } : {});
      await subject.tap(4);
      // An orderly end keeps such values for sure; without one they reach the disk late.
      await subject.page.goto('about:blank');
      await subject.tablet?.close();
      damage.wiped([...filesOf(subject.profile, DATABASE), ...filesOf(subject.profile, FILES)]);
      row.injected += 1;
      await subject.start();
      await subject.page.evaluate(() => faults.tags());
      await subject.page.waitForFunction(() => faults.health().checked);
      const { state, missing } = await subject.page.evaluate(() => faults.health());
      const saidAt = await subject.page.evaluate(() => faults.saidAt());
      if (state === 'lost' && missing === 8 && saidAt !== undefined) {
        row.noticed += 1;
        row.said.push(saidAt);
      }
    } finally {
      await subject.end();
    }
  },
  control: {
    lacks: 'two stores, and no marker outside of them',
    hurts: (settings, random) => hurtsOn('unmarked', bothGone.run, 'silence')(settings, random),
  },
};

/** F2: the database and the marker are gone. The log alone must be enough, before anything is shown. */
export const onlyLogLeft: Fault = {
  name: 'F2 database and marker wiped',
  async run(settings, _random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start();
      await subject.tap(4);
      await subject.tablet?.close();
      damage.wiped([...filesOf(subject.profile, DATABASE), ...filesOf(subject.profile, /Local Storage/)]);
      row.injected += 1;
      await subject.start();
      await subject.check(row);
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  },
  control: {
    lacks: oneStore,
    hurts: (settings, random) => hurtsOn('single', onlyLogLeft.run)(settings, random),
  },
};
