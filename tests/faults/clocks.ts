import type { FaultsApi } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { Subject } from './harness.ts';

declare const faults: FaultsApi;

const HOUR = 3_600_000;

async function setClock(subject: Subject, hours: number): Promise<void> {
  await subject.page.evaluate((ms) => {
    const real: unknown = Reflect.get(globalThis, 'realNow') ?? Date.now.bind(Date);
    Reflect.set(globalThis, 'realNow', real);
    Date.now = () => (typeof real === 'function' ? Number(real()) : 0) + ms;
  }, hours * HOUR);
}

/** F5: the clock jumps while people answer, and over a restart. Everything is there, in the order it was given. */
export const clock: Fault = {
  name: 'F5 clock jumps',
  async run(settings, random, row) {
    const subject = new Subject(settings);
    try {
      await subject.start();
      for (const hours of [1, -1, 87_600, -87_600, random() * 10 - 5, 87_600, 0]) {
        if (random() < 0.3) {
          await subject.kill();
          await subject.start();
        }
        await setClock(subject, hours);
        row.injected += 1;
        await subject.tap(2);
      }
      await subject.kill();
      await subject.start();
      const lost = await subject.check(row);
      const given = [...subject.acknowledged];
      const shown = await subject.page.evaluate(() => faults.inOrder());
      const inOrder = given.every((tag, place) => shown[place] === tag);
      row.noticed = lost === 0 && inOrder ? row.injected : 0;
      row.acknowledged += subject.acknowledged.size;
    } finally {
      await subject.end();
    }
  },
  control: {
    lacks: 'answers put in order by the wall clock',
    hurts: (settings, random) => hurtsOn('clock', clock.run, 'silence')(settings, random),
  },
};
