import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { openDatabase } from '#hub/database/open.ts';
import { combine } from '#hub/report/combined.ts';
import { listWorkshops } from '#hub/report/lists.ts';
import { openReport } from '#hub/report/open.ts';
import { search } from '#hub/report/search.ts';
import { everything } from '#hub/report/select.ts';
import { prepareTables, work, type Worker } from '#hub/report/work.ts';
import { keep } from '#hub/store/entries.ts';
import { aBoard, aPoll, entriesOf } from '../../tests/support/hub-workshops.ts';
import { interleaved, quantile, ratio } from '../ratios.ts';

const WORKSHOPS = 1000;
const places = ['York', 'Bath', 'Hull', 'Leeds', 'Wells'];

const notes = (number: number): string[] =>
  ['The bus is late', 'A lift would help', 'Tea first', 'Say it in plain words', 'More time'].map(
    (words, place) => `${words}, said in workshop ${number} as number ${place}`,
  );

/** A hub with 1,000 workshops of 12 people: two polls and a board each. */
async function filled(data: string): Promise<{ worker: Worker; perWorkshop: number; entries: number }> {
  const entries = await openDatabase({ data });
  const report = await openReport({ data });
  const worker: Worker = { entries, report, name: 'bench', now: () => Date.now(), quietMs: 0 };
  await prepareTables(worker);
  let count = 0;
  for (let number = 0; number < WORKSHOPS; number += 1) {
    const yes = 2 + (number % 9);
    const all = entriesOf({
      id: `w${number}`,
      title: `Workshop ${number}`,
      date: `20${30 + (number % 5)}-0${1 + (number % 9)}-1${number % 10}`,
      where: places[number % places.length] ?? '',
      activities: [
        aPoll('Do you feel safe on the bus?', yes, 12 - yes),
        aPoll('Tea?', 6, 6),
        aBoard('What helps?', notes(number)),
      ],
    });
    count += all.length;
    await keep(entries, all, 'tablet');
  }
  const began = performance.now();
  await work(worker);
  return { worker, perWorkshop: (performance.now() - began) / WORKSHOPS, entries: count };
}

const BodySchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ type: v.string(), chosen: v.optional(v.array(v.string()), []) }),
);

/** The plainest way to the same numbers: every entry, one after the other. */
async function plainLoop({ entries }: Worker): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { activity, body } of await entries.all('SELECT activity, body FROM entry')) {
    if (activity === '') continue;
    const { type, chosen } = v.parse(BodySchema, body);
    if (type === 'answered') for (const id of chosen) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Every note looked at, for the words that are searched for. */
async function plainSearch({ entries }: Worker, words: string): Promise<number> {
  const rows = await entries.all("SELECT body FROM entry WHERE activity <> ''");
  return rows.filter(({ body }) => String(body).toLowerCase().includes(words)).length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A report over 1,000 workshops beside a plain loop over their entries, and how quick lists and searches are. */
export async function reports(rounds: number): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'cuppa-bench-report-'));
  const { worker, perWorkshop, entries } = await filled(data);
  try {
    const all = { filter: everything, after: 0, most: 20 };
    const together = () => combine(worker, { workshops: [], filter: everything, by: 'place' });
    const { questions } = await together();
    const counts = await plainLoop(worker);
    const said = questions.flatMap(({ whole }) => whole.counts).reduce((sum, one) => sum + one, 0);
    const looped = [...counts.values()].reduce((sum, one) => sum + one, 0);
    if (said !== looped) throw new Error(`The report says ${said}, the plain loop ${looped}.`);
    const report = await interleaved(
      rounds,
      () => timed(together),
      () => timed(() => plainLoop(worker)),
    );
    const found = await interleaved(
      rounds,
      () => timed(() => search(worker, { ...all, words: 'lift help' })),
      () => timed(() => plainSearch(worker, 'lift')),
    );
    const lists: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      lists.push(
        await timed(() => listWorkshops(worker, { ...all, filter: { ...everything, where: 'York' } })),
      );
    }
    const ms = (times: readonly number[]): string => `${quantile(times, 0.5).toFixed(0)} ms`;
    return [
      `hub, a report over ${WORKSHOPS} workshops (${entries} entries), beside a plain loop over them: ${ratio(report.a, report.b)} (to reach: at most 2); it took ${ms(report.a)}`,
      `hub, a search in ${WORKSHOPS} workshops, beside looking at every note: ${ratio(found.a, found.b)}; it took ${ms(found.a)}`,
      `hub, a page of the list of ${WORKSHOPS} workshops: ${ms(lists)}; reading one anew in the background: ${perWorkshop.toFixed(1)} ms`,
    ];
  } finally {
    await worker.report.close();
    await worker.entries.close();
    rmSync(data, { recursive: true, force: true });
  }
}
