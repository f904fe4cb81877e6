import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose, enough, write } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const wordsOn = (page: Page) => page.content();

test('the big screen follows the leader, and shows nothing that the leader has not shown', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(taster.name);

  const big = await tablet.context.newPage();
  await big.goto(`${hub.url}/workshop/${day.id()}/present`);
  await big.getByText('We will start soon').waitFor();
  await day.start(2);
  await heading(big, await day.heading());

  // A sealed poll.
  const [, answer] = taster.poll.answers;
  const chosen = answer?.words ?? '';
  await day.nextUpTo(taster.poll.question);
  await heading(big, taster.poll.question);
  await day.handRound();
  await day.takeTurn({ answer: [choose(chosen)] });
  await big.getByText('1 of 2 people had a turn').waitFor();
  await day.pass();
  await big.getByText('1 of 2 people had a turn').waitFor();
  await day.backToLead();
  expect(await wordsOn(big)).not.toContain(chosen);
  await day.show();
  await big.getByText('1 of 1 person').first().waitFor();
  expect(await wordsOn(big)).toContain(chosen);

  // A timer, which the leader starts and stops.
  await day.press(day.button(/^Start a timer for \d+ minutes/).first());
  await big.getByText(/^About \d+ minutes left$/).waitFor();
  await day.press(day.button('Stop timer'));
  await big.getByText(/minutes left$/).waitFor({ state: 'detached' });

  // Notes that are hidden, shown, and hidden again.
  const board = await day.next();
  await heading(big, board);
  await day.handRound();
  await day.takeTurn({ answer: [choose('Type it'), write('A bus that runs after six'), enough] });
  await day.backToLead();
  await big.getByText('1 of 2 people had a turn').waitFor();
  expect(await wordsOn(big)).not.toContain('A bus that runs');
  await day.show();
  await big.getByText('A bus that runs after six').first().waitFor();
  await day.press(day.button('Hide the answers'));
  await big.getByText('A bus that runs after six').first().waitFor({ state: 'detached' });

  await day.finish();
  await big.getByText('Thank you for taking part').waitFor();
  tablet.expectQuiet();
});
