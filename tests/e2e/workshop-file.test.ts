import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub, type Hub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose, draw, enough, write } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function emptyTablet(hub: Hub): Promise<Rehearsal> {
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  return rehearse(tablet, hub);
}

/** A short workshop with something of every sort: sealed answers, words, a drawing, a pass. */
async function lead(day: Rehearsal): Promise<void> {
  await day.makeWorkshop(taster.name);
  await day.start(2);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  await day.takeTurn({ answer: [choose(taster.poll.answers[1]?.words ?? '')], help: /^On my own$/ });
  await day.pass();
  await day.backToLead();
  await day.show();
  await day.next();
  await day.handRound();
  await day.takeTurn({ answer: [choose('Type it'), write('Zażółć gęślą 🫖 “tea”'), enough] });
  await day.takeTurn({ answer: [choose('Draw it'), draw(), enough] });
  await day.backToLead();
  await day.show();
  await day.finish();
}

test('a workshop goes as a file to an empty tablet, and its report is the same there', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const here = await emptyTablet(hub);
  await lead(here);
  const report = await here.report();
  const { text: json } = await here.reportAsJson();
  const drawings = await here.page().getByRole('article').locator('svg path').count();
  expect(report).toContain('Zażółć gęślą 🫖 “tea”');
  const file = await here.workshopFile();
  expect(file.name).toMatch(/\.cuppa\.json$/);

  const there = await emptyTablet(hub);
  await there.page().goto(hub.url);
  expect(await there.bringIn(file)).toMatch(/is on this tablet now/);
  there.takeOver(here.id());
  await there.open('report');
  expect(await there.report()).toBe(report);
  expect((await there.reportAsJson()).text).toBe(json);
  expect(await there.page().getByRole('article').locator('svg path').count()).toBe(drawings);

  // Again: nothing is added, nothing counts twice.
  expect(await there.bringIn(file)).toMatch(/was on this tablet already/);
  await there.open('report');
  expect(await there.report()).toBe(report);

  // Back where it came from.
  expect(await here.bringIn(await there.workshopFile())).toMatch(/was on this tablet already/);
  here.tablet().expectQuiet();
  there.tablet().expectQuiet();
});

test('a damaged or foreign file is refused with a sentence, and adds nothing', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const here = await emptyTablet(hub);
  await here.makeWorkshop(taster.name);
  const { name, text } = await here.workshopFile();

  const there = await emptyTablet(hub);
  await there.page().goto(hub.url);
  const refused: [string, RegExp][] = [
    [text.slice(0, text.length / 2), /This file is damaged. Nothing was added/],
    [text.replace('taster', 'tester'), /This file is damaged. Nothing was added/],
    ['{"some":"thing"}', /not a Cuppa workshop file. Nothing was added/],
    ['\u0000\u0001', /not a Cuppa workshop file. Nothing was added/],
    [text.replace('"version":1', '"version":99'), /newer version of Cuppa made this file/],
  ];
  for (const [broken, sentence] of refused) {
    expect(await there.bringIn({ name, text: broken })).toMatch(sentence);
    await there.page().getByText('There is no workshop on this tablet yet.').waitFor();
  }
  there.tablet().expectQuiet();
});
