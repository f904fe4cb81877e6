import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACK_ENDS, FAULTS } from '../faults/all.ts';
import { cleanStarts } from '../faults/faults.ts';
import { makeRandom, newRow, type Row } from '../faults/harness.ts';
import { serveFaults } from '../faults/serve.ts';

// A share of `npm run faults`, of a fixed length: another seed each day, so that in time it goes everywhere.
const seed = Number(process.env.CUPPA_SEED ?? Math.floor(Date.now() / 86_400_000));
const SHARE = [
  'F1 killed while saving',
  'F2 database files wiped',
  'F2 both stores wiped',
  'F2 database throws under the page',
  'F4 nth call fails, database: answer',
  'F4 nth call fails, files: answer',
];

let page: Awaited<ReturnType<typeof serveFaults>>;
beforeAll(async () => {
  page = await serveFaults();
});
afterAll(() => page.stop());

const harm = ({ lost, halves, doubled, falseAlarms }: Row) => ({ lost, halves, doubled, falseAlarms });
const none = { lost: 0, halves: 0, doubled: 0, falseAlarms: 0 };

describe.each(BACK_ENDS)('on the $name', ({ flags }) => {
  const settings = () => ({ url: page.url, flags: [...flags], single: false });

  test.for(FAULTS.filter(({ name }) => SHARE.includes(name)))(`$name (seed ${seed})`, async (fault) => {
    const row = newRow(fault.name);
    await fault.run(settings(), makeRandom(seed), row);
    expect(harm(row)).toEqual(none);
    expect(row.noticed).toBe(row.injected);
  });

  test('with nothing wrong, nothing is said', async () => {
    const row = newRow('clean');
    await cleanStarts(settings(), 8, row);
    expect(harm(row)).toEqual(none);
  });
});

test('the same faults hurt a single store', async () => {
  const single = { url: page.url, flags: [], single: true };
  for (const name of ['F2 database files wiped', 'F2 database throws under the page']) {
    const fault = FAULTS.find((one) => one.name === name);
    expect(await fault?.bites(single, makeRandom(seed)), name).toBe(true);
  }
});
