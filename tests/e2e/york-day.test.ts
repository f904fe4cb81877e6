import { afterEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { fromCsv } from '#report/csv.ts';
import type { Table } from '#workshop/section.ts';
import { startTablet, waitUntilReadyOffline } from '../support/browser.ts';
import { waitUntilOnDisk } from '../support/profile.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { enough, giveDot, half, write } from '../support/turns.ts';
import { FORMULA, middleBoard, passes, people, yorkDay, type Part } from '../support/york.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const dotsPart = yorkDay.find((part) => part.dots);
const HALF = 'What Bo thinks';

const worn = (day: Rehearsal) =>
  day.page().evaluate(() => {
    const { words, text, theme } = document.documentElement.dataset;
    return { words, text, theme };
  });

/** The tablet goes from the leader to all three, each in their own ways, and back. */
async function goRound(day: Rehearsal, { place, answers }: Part): Promise<void> {
  await day.handRound();
  for (const [who, { ways, wears }] of people.entries()) {
    const turn = { ways, answer: answers[who] ?? [], help: /^With help$/ };
    if (passes(place, who)) await day.pass({ ways });
    else if (place === middleBoard && who === 1) {
      await breakOff(day, turn.answer.length - 3, turn);
      expect(await worn(day)).toEqual(wears);
      await day.finishTurn(write(`What Bo thinks of part ${place}`), enough);
    } else await day.takeTurn(turn);
    // Between two people the tablet reads as the leader set it.
    expect(await worn(day)).toEqual(people[0].wears);
  }
  await day.backToLead();
}

/** The battery is empty in the middle of a note. After it, the note stands as it was. */
async function breakOff(
  day: Rehearsal,
  at: number,
  turn: Parameters<Rehearsal['beginTurn']>[0],
): Promise<void> {
  await day.beginTurn({ ...turn, answer: [...turn.answer.slice(0, at + 1), half(HALF)] });
  await waitUntilOnDisk(day.tablet(), HALF);
  day.tablet().expectQuiet();
  await day.crash();
  const note = day.page().getByRole('main').getByRole('textbox');
  await note.waitFor();
  expect(await note.inputValue()).toBe(HALF);
}

/** Everyone gives a dot to the same note. */
async function askForDots(day: Rehearsal, { told: [note] }: Part): Promise<void> {
  await day.press(day.button('Ask for dots'));
  await day.handRound();
  for (const { ways } of people) await day.takeTurn({ ways, answer: [giveDot(note?.plain ?? '')] });
  await day.backToLead();
  await day.press(day.button('Show the dots'));
}

const ReportSchema = v.object({
  format: v.literal('cuppa-report'),
  here: v.number(),
  rules: v.array(v.object({ plain: v.string() })),
  parts: v.array(
    v.object({
      kind: v.string(),
      why: v.string(),
      turns: v.object({ taken: v.number(), passed: v.number() }),
      section: v.object({
        heading: v.object({ plain: v.string() }),
        table: v.object({
          columns: v.array(v.string()),
          rows: v.array(v.array(v.union([v.string(), v.number()]))),
        }),
      }),
    }),
  ),
});

type Told = v.InferOutput<typeof ReportSchema>['parts'][number];

/** What the exports say of one part is what was answered in it. */
function checkTotals(part: Part, told: Told | undefined, csv: Table['rows']): void {
  const { place, kind, answers, counts } = part;
  const passed = answers.filter((_, who) => passes(place, who)).length;
  expect(told?.why, `part ${place}, ${kind}`).toBe('');
  expect(told?.turns).toEqual({ taken: answers.length - passed, passed });
  const { columns = [], rows = [] } = told?.section.table ?? {};
  if (kind === 'poll') {
    const chosen = new Map(rows.map((row) => [row[0], row[columns.indexOf('people')]]));
    for (const [answer, count] of Object.entries(counts)) expect(chosen.get(answer)).toBe(count);
  }
  if (kind === 'post-its') expect(rows).toHaveLength(answers.length - passed);
  if (place === dotsPart?.place) {
    const given = rows.map((row) => row[columns.indexOf('dots')]);
    expect(given.filter((count) => count !== 0)).toEqual([3]);
  }
  const inCsv = csv.filter(([number]) => number === String(place + 1)).map((row) => row[5]);
  expect(inCsv).toEqual(rows.flat().map(String));
}

test(
  'the York day, led to the end with no server, by three people in three ways, with the browser killed half-way',
  { timeout: 600_000 },
  async () => {
    const hub = await startHub();
    toClear.push(hub.stop);
    const tablet = await startTablet();
    toClear.push(tablet.putAway);
    await tablet.page.goto(hub.url);
    await waitUntilReadyOffline(tablet.page);
    await hub.stop();

    const day = rehearse(tablet, hub);
    toClear.push(() => day.tablet().close());
    const quiet = (): void => day.tablet().expectQuiet();
    await day.makeWorkshop(/The York day/);
    await day.start(3);
    for (const part of yorkDay) {
      if (part.place > 0) await day.next();
      if (part.answers.length === 0) continue;
      await goRound(day, part);
      await day.show();
      if (part.kind === 'ground-rules') await day.press(day.button(/^Adopt the \d+ rule/));
      if (part === dotsPart) {
        quiet();
        await day.crash();
        await day.open('lead');
        await askForDots(day, part);
      }
      quiet();
    }
    await day.finish();

    for (const format of ['Standard', 'Easy Read', 'Large print'] as const) {
      const paper = await day.report(format);
      for (const { plain, easy } of yorkDay.flatMap((part) => part.told)) {
        expect(paper).toContain(format === 'Easy Read' ? easy : plain);
      }
    }

    const json = await day.reportAsJson();
    const report = v.parse(ReportSchema, JSON.parse(json.text));
    expect(report.here).toBe(3);
    expect(report.parts.map(({ kind }) => kind)).toEqual(yorkDay.map(({ kind }) => kind));
    expect(json.text).toContain(JSON.stringify(FORMULA));

    const csv = await day.reportAsTable();
    const table = fromCsv(csv.text);
    expect(csv.text).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
    for (const part of yorkDay) checkTotals(part, report.parts[part.place], table.rows);
    quiet();
  },
);
