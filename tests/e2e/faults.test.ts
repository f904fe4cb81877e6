import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACK_ENDS, FAULTS } from '../faults/all.ts';
import { isHarmed, makeRandom, newRow } from '../faults/rows.ts';
import { serveFaults } from '../faults/serve.ts';
import { cleanStarts } from '../faults/starts.ts';

// A share of `npm run faults`, of a fixed length: another seed each day, so that in time it goes everywhere.
const seed = Number(process.env.CUPPA_SEED ?? Math.floor(Date.now() / 86_400_000));
const SHARE = [
  'F1 browser killed while saving',
  'F2 database files wiped',
  'F2 both stores wiped (lost: it must be said)',
  'F2 database throws under the page',
  'F4 the nth call fails, database: answer',
  'F5 clock jumps',
];

let page: Awaited<ReturnType<typeof serveFaults>>;
beforeAll(async () => {
  page = await serveFaults();
});
afterAll(() => page.stop());

const share = FAULTS.filter(({ name }) => SHARE.includes(name));

// The two databases take turns, so that both are met on two days.
describe(`on the ${BACK_ENDS[seed % 2]?.name}, seed ${seed}`, () => {
  const settings = () => ({ url: page.url, flags: [...(BACK_ENDS[seed % 2]?.flags ?? [])], control: '' });

  test.for(share)('$name', async (fault) => {
    const row = newRow(fault.name);
    await fault.run(settings(), makeRandom(seed), row);
    expect(isHarmed(row), JSON.stringify(row)).toBe(false);
    expect(row.injected).toBeGreaterThan(0);
  });

  test('with nothing wrong, nothing is said', async () => {
    const row = newRow('clean');
    await cleanStarts(settings(), 8, row);
    expect(isHarmed(row), JSON.stringify(row)).toBe(false);
  });

  test('the same faults hurt an app that lacks what helps against them', async () => {
    // One whose control is slow is shown by `npm run faults`, like all the others.
    for (const { name, control } of share.filter(({ name: one }) => !one.includes('throws'))) {
      // How soon a kill comes is chance: it may take another try.
      let hurt = false;
      for (let tries = 0; tries < 4 && !hurt; tries += 1)
        hurt = await control.hurts(settings(), makeRandom(seed + tries));
      expect(hurt, name).toBe(true);
    }
  });
});
