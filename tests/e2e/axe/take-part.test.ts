import { oneOfEach, runningAt, situations, workshopFile, type Situation } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses, settled } from '../../support/on-screen.ts';

const ID = 'going-round';
const PIN = '246810';
const path = `/workshop/${ID}/take-part`;
const asked = situations.filter(({ kind, setup }) => kind.round(setup) !== 'none');
const [first] = oneOfEach.filter(({ kind, setup }) => kind.round(setup) === 'sealed');
if (!first) throw new Error('No kind is sealed.');
const turn = (stage: 'how' | 'answer' | 'check', of: Situation = first) => ({ turn: { of, stage } });

const screens: Screen[] = [
  { name: 'The curtain', path },
  { name: 'The curtain after a turn', path, ...turn('answer'), opens: presses('Skip') },
  { name: 'The cards at the curtain', path, opens: presses(/^Stop$/) },
  { name: 'A card is put up', path, opens: presses(/^Stop$/, /^Slow down/) },
  { name: 'A card at the curtain, and no camera', path, opens: presses(/^I have a card$/) },
  { name: 'How do you want it', path, ...turn('how') },
  { name: 'How do you want it, all of it', path, ...turn('how'), opens: presses(/^More ways/) },
  { name: 'Help in a turn', path, ...turn('answer'), opens: presses(/^Help$/) },
  { name: 'How I press', path, ...turn('how'), opens: presses(/^How I press$/) },
  { name: 'How long to hold', path, ...turn('how'), opens: presses(/^How I press$/, /^Hold to press/) },
  { name: 'With a switch', path, ...turn('how'), opens: presses(/^I press with a switch$/) },
  { name: 'How I want it, over an answer', path, ...turn('answer'), opens: presses(/^How I want it$/) },
  {
    name: 'The ground rules, over an answer',
    path,
    ...turn('answer'),
    opens: async (page) => {
      // Where few things are in sight they are behind Help.
      const calm = await page.evaluate(() => document.documentElement.dataset.calm === 'yes');
      await presses(...(calm ? [/^Help$/] : []), / rules$/)(page);
    },
  },
  { name: 'Read to me, where there is no voice', path, ...turn('answer'), opens: presses(/^Read to me$/) },
  ...asked.map((of): Screen => ({ name: `Answer: ${of.name}`, path, ...turn('answer', of) })),
  ...oneOfEach
    .filter((of) => asked.includes(of))
    .map((of): Screen => ({ name: `Check: ${of.name}`, path, ...turn('check', of) })),
  { name: 'The PIN', path, opens: presses('For the leader') },
  { name: 'A wrong PIN', path, opens: typePin('000000') },
  { name: 'A half-made answer and the leader', path, ...turn('answer'), opens: typePin(PIN) },
];

function typePin(pin: string): NonNullable<Screen['opens']> {
  return async (page) => {
    const leader = page.getByRole('button', { name: 'For the leader' });
    if ((await leader.count()) === 0) await presses(/^Help$/)(page);
    await leader.press('Enter');
    await page.getByRole('textbox').fill(pin);
    await presses(/^Open/)(page);
    await page
      .getByText(/^That is not the PIN|is not finished/)
      .first()
      .waitFor({ timeout: 10_000 });
    await settled(page);
  };
}

everyWay(
  {
    round: ID,
    files: async () => [await workshopFile({ id: ID, of: situations, after: runningAt(first.id) })],
    first: async (page, hub) => {
      await page.goto(`${hub.url}/settings`);
      await page.getByLabel('Choose 6 numbers').fill(PIN);
      await presses(/^Use this PIN/)(page);
      await page.locator('.code').waitFor();
      await page.goto(`${hub.url}${path}`);
      await settled(page);
    },
  },
  screens,
);
