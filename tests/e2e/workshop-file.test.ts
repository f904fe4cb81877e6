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

test('a foreign file is refused with a sentence, and adds nothing', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const here = await emptyTablet(hub);
  await here.makeWorkshop(taster.name);
  const { name, text } = await here.workshopFile();

  const there = await emptyTablet(hub);
  await there.page().goto(hub.url);
  const refused: [string, RegExp][] = [
    [text.slice(0, 400), /This file is damaged. Nothing was added/],
    ['{"some":"thing"}', /not a Cuppa workshop file. Nothing was added/],
    ['\u0000\u0001', /not a Cuppa workshop file. Nothing was added/],
    [text.replace('"version":1', '"version":99'), /newer version of Cuppa made this file/],
    ['{"format":"cuppa-locked","version":1}', /This file is damaged. Nothing was added/],
  ];
  for (const [broken, sentence] of refused) {
    expect(await there.bringIn({ name, text: broken })).toMatch(sentence);
    await there.page().getByText('There is no workshop on this tablet yet.').waitFor();
  }
  there.tablet().expectQuiet();
});

test('of a damaged file it is told what is whole, and nothing is added without a yes', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const here = await emptyTablet(hub);
  await here.makeWorkshop(taster.name);
  await here.start(3);
  const { name, text } = await here.workshopFile();
  const count = Number(/"count":(\d+)/.exec(text)?.[1]);
  const broken = text.replace('"here\\":3', '"here\\":4');
  expect(broken).not.toBe(text);

  const there = await emptyTablet(hub);
  await there.page().goto(hub.url);
  await there.chooseFile({ name, text: broken });
  const told = `${count - 1} of ${count} answers and changes, of “Having our say`;
  await there.page().getByRole('dialog').getByText(told).waitFor();
  await there.press(there.inDialog('Leave it'));
  await there.page().getByText('There is no workshop on this tablet yet.').waitFor();

  await there.chooseFile({ name, text: broken });
  await there.press(there.inDialog('Bring in what is whole'));
  await there.page().getByRole('main').getByText('at least 1 more answer or change was saved once').waitFor();
  const copy = await there.workshopFile();
  // What is known to be missing is said again at the next start, with where a copy may be, and no more once it is here.
  await there.page().reload();
  await there.page().locator('.notice').getByText('1 entry that was saved is missing').waitFor();
  await there.page().locator('.notice').getByText(copy.name).waitFor();
  expect(await there.bringIn({ name, text })).toMatch(/is on this tablet now/);
  await there.page().locator('.notice').waitFor({ state: 'detached' });
  there.tablet().expectQuiet();
});

test('at a pause a copy is offered, once; locked with words it opens with those words alone', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const here = await emptyTablet(hub);
  const offer = () => here.button('Save a copy now');
  await here.makeWorkshop(taster.name);
  await here.start(2);
  await here.nextUpTo(taster.poll.question);
  await here.page().waitForTimeout(300);
  expect(await offer().count()).toBe(0);
  await here.handRound();
  await here.takeTurn({ answer: [choose(taster.poll.answers[1]?.words ?? '')], help: /^On my own$/ });
  await here.backToLead();
  await here
    .page()
    .getByText('No copy of this workshop has been saved yet. 1 turn has been taken.')
    .waitFor();
  const plain = await here.saved(offer());
  expect(plain.name).toMatch(/\.cuppa\.json$/);
  await here
    .page()
    .getByText(/^The last copy was saved at \d+\.\d\d[ap]m\.$/)
    .waitFor();
  expect(await offer().count()).toBe(0);

  // The answer is sealed in its box, and the file says so without telling it.
  const there = await emptyTablet(hub);
  expect(JSON.parse(plain.text)).toMatchObject({ sealedCounts: { [JSON.parse(plain.text).sealed[0]]: 1 } });
  await there.page().goto(hub.url);
  expect(await there.bringIn(plain)).toContain(
    `1 answer to “${taster.poll.question}” was still sealed on the other tablet.`,
  );

  await here.show();
  await here.press(here.button(/^More$/));
  await here.press(here.inDialog('Save a copy'));
  await here.page().getByRole('dialog').getByText('Lock it with words').click();
  const field = here.page().getByLabel('The words that open it');
  const words = await field.inputValue();
  expect(words).toMatch(/^[a-z]+ [a-z]+ [a-z]+ [a-z]+$/);
  const locked = await here.saved(here.inDialog('Save the file'));
  await here.page().getByRole('dialog').getByText(words).waitFor();
  expect(locked.name).toMatch(/^locked-copy-[\d-]+\.cuppa\.json$/);
  expect(locked.text).not.toContain(taster.poll.question);

  await there.chooseFile(locked);
  await there.page().getByLabel('The words that open it').fill('not these words');
  await there.press(there.inDialog('Open the file'));
  await there.page().getByRole('dialog').getByText('These are not the words of this file.').waitFor();
  await there.page().getByLabel('The words that open it').fill(words.toUpperCase());
  await there.press(there.inDialog('Open the file'));
  await there.page().getByRole('dialog').waitFor({ state: 'detached' });
  await there.page().getByRole('main').getByText('is on this tablet now').waitFor();
  await there.chooseFile(locked);
  await there.page().getByLabel('The words that open it').fill(words);
  await there.press(there.inDialog('Open the file'));
  await there.page().getByRole('main').getByText('was on this tablet already').waitFor();

  here.tablet().expectQuiet();
  there.tablet().expectQuiet();
});
