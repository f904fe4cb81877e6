import { parseArgs } from 'node:util';
import { BACK_ENDS, FAULTS, tableOf } from './all.ts';
import { cleanStarts, killed } from './faults.ts';
import { makeRandom, newRow, type Row } from './harness.ts';
import { serveFaults } from './serve.ts';

/**
 * node tests/faults/run.ts --minutes 10 --seed 7 [--only F1]
 * Injects faults in turn until the time is over, and prints what became of every acknowledged answer.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    /** Leaves out showing that each fault hurts a single store, which takes some minutes. */
    trusting: { type: 'boolean', default: false },
  },
});
const random = makeRandom(Number(values.seed));
print(`Seed ${values.seed}. The same again: --seed ${values.seed}`);

const rows = new Map<string, Row>();
const rowOf = (name: string): Row => {
  const row = rows.get(name) ?? newRow(name);
  rows.set(name, row);
  return row;
};
const page = await serveFaults();
const chosen = FAULTS.filter(({ name }) => name.includes(values.only));
const troubles: string[] = [];

async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    troubles.push(`${name}: ${String(error).split('\n')[0]}`);
  });
}

try {
  for (const back of values.trusting ? [] : BACK_ENDS) {
    // The same thing done to another task bites the same way.
    const different = chosen.filter(
      ({ name }) => !name.startsWith('F4') || name.endsWith('database: answer'),
    );
    for (const fault of different) {
      // Some only hurt where chance lets them hit something that matters.
      const single = { url: page.url, flags: [...back.flags], single: true };
      let bites = false;
      for (let tries = 0; tries < 6 && !bites; tries += 1)
        bites = await fault.bites(single, random).catch(() => false);
      if (!bites) print(`With one store, "${fault.name}" did not bite (${back.name}).`);
    }
  }
  const until = Date.now() + Number(values.minutes) * 60_000;
  while (Date.now() < until) {
    for (const back of BACK_ENDS) {
      const settings = { url: page.url, flags: [...back.flags], single: false };
      for (const fault of chosen) {
        if (Date.now() >= until) break;
        await attempt(fault.name, () => fault.run(settings, random, rowOf(`${fault.name}, ${back.name}`)));
      }
      // Kills and clean starts are what is rare to fail, so most of the time goes to them.
      if (values.only === '' || values.only.startsWith('F1')) {
        for (let more = 0; more < 8 && Date.now() < until; more += 1) {
          await attempt(killed.name, () =>
            killed.run(settings, random, rowOf(`${killed.name}, ${back.name}`)),
          );
        }
        await attempt('clean', () => cleanStarts(settings, 60, rowOf(`nothing wrong, ${back.name}`)));
      }
    }
  }
} finally {
  await page.stop();
}
print(tableOf([...rows.values()]));
if (troubles.length > 0) print(`\nRuns that ended early:\n${troubles.join('\n')}`);
const bad = [...rows.values()].some((row) => row.lost + row.halves + row.doubled + row.falseAlarms > 0);
process.exitCode = bad || troubles.length > 0 ? 1 : 0;
