import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BACK_ENDS, FAULTS } from './all.ts';
import { Hurt } from './harness.ts';
import { crashed, killed } from './kills.ts';
import { isHarmed, makeRandom, newRow, notesOf, tableOf, type Row } from './rows.ts';
import { serveFaults } from './serve.ts';
import { cleanStarts } from './starts.ts';

/**
 * node tests/faults/run.ts --minutes 10 --seed 7 [--only F1] [--back other] [--trusting] [--out rows.json]
 * Shows that each fault bites, then injects faults in turn until the time is over, and prints what became of
 * every acknowledged answer.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** Only the faults whose name fits this expression; "clean" for starts with nothing wrong. */
    only: { type: 'string', default: '' },
    /** Only one of the two databases: usual or other. */
    back: { type: 'string', default: '' },
    /** Leaves out showing that each fault hurts an app without what helps against it, which takes some minutes. */
    trusting: { type: 'boolean', default: false },
    out: { type: 'string' },
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
const chosen = FAULTS.filter(({ name }) => new RegExp(values.only).test(name));
const backs = BACK_ENDS.filter(({ name }) => name.startsWith(values.back));
const troubles: string[] = [];
const toothless: string[] = [];
const until = Date.now() + Number(values.minutes) * 60_000;
let rounds = 0;
/** One round is always whole. */
const over = (): boolean => rounds > 0 && Date.now() >= until;

/** What the fault did to the product is counted as a loss; what the harness could not do is told apart. */
async function attempt(row: Row, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Hurt) row.lost += 1;
    troubles.push(`${row.fault}: ${String(error).split('\n')[0]}`);
    print(troubles.at(-1) ?? '');
  }
}

try {
  for (const back of values.trusting ? [] : backs) {
    for (const { name, control } of chosen) {
      const settings = { url: page.url, flags: [...back.flags], control: '' };
      let bites = false;
      // Some only hurt where chance lets them hit something that matters.
      for (let tries = 0; tries < 6 && !bites; tries += 1) {
        bites = await control.hurts(settings, random).catch((error: unknown) => {
          print(`${name}, control: ${String(error).split('\n')[0]}`);
          return false;
        });
      }
      print(`${bites ? 'bites' : 'DOES NOT BITE'}: ${name} (${back.name}); the control is ${control.lacks}`);
      if (!bites) toothless.push(`${name} (${back.name})`);
    }
  }
  while (!over()) {
    for (const back of backs) {
      const settings = { url: page.url, flags: [...back.flags], control: '' };
      const inject = async (fault: (typeof FAULTS)[number]): Promise<void> => {
        if (over()) return;
        const row = rowOf(`${fault.name}, ${back.name}`);
        const before = row.injected;
        await attempt(row, () => fault.run(settings, random, row));
        if (chosen.length < 4 || isHarmed(row))
          print(`${row.fault}: ${row.injected - before} more, ${isHarmed(row) ? 'HARMED' : 'fine'}`);
      };
      const start = async (browser: boolean, count: number): Promise<void> => {
        if (over()) return;
        const row = rowOf(`nothing wrong, ${browser ? 'browser' : 'page'} started anew, ${back.name}`);
        await attempt(row, () => cleanStarts(settings, count, row, browser));
      };
      for (const fault of chosen) await inject(fault);
      // Kills and clean starts are what is rare to fail, so most of the time goes to them.
      for (let more = 0; more < 8 && Date.now() < until; more += 1) {
        if (chosen.includes(killed)) await inject(killed);
        if (chosen.includes(crashed) && more % 2 === 0) await inject(crashed);
        if (values.only === '' || /clean/.test(values.only)) await start(more % 3 === 0, 25);
      }
      if (values.out !== undefined)
        writeFileSync(
          values.out,
          JSON.stringify([...rows.values()].map((row) => ({ ...row, notes: [...row.notes] }))),
        );
    }
    rounds += 1;
  }
} finally {
  await page.stop();
}
print(tableOf([...rows.values()]));
print(`\n${notesOf([...rows.values()])}`);
if (troubles.length > 0) print(`\nRuns that ended early:\n${troubles.join('\n')}`);
if (toothless.length > 0) print(`\nNot shown to bite:\n${toothless.join('\n')}`);
const bad = [...rows.values()].some(isHarmed);
process.exitCode = bad || troubles.length + toothless.length > 0 ? 1 : 0;
