import { virtual } from '@guidepup/virtual-screen-reader';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import plan from '../src/templates/taster.json' with { type: 'json' };
import { standardWays, useWays } from '#access/ways.ts';
import { makeWorkshop } from '#journal/make.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { TakePart } from '#screens/take-part/TakePart.tsx';
import { readWorkshop, sendToWorkshop } from '#screens/workshops.ts';
import { loadSheet } from '#ui/Dialog.tsx';
import { Status } from '#ui/Status.tsx';
import { loadReading } from '#ui/useReading.ts';
import { agenda } from '#workshop/workshop.ts';
import { PlanSchema } from '#workshop/plan.ts';

/**
 * What a screen reader says of one person's turn, screen by screen. The texts in `transcripts` are read line by
 * line with one question: would it make sense to somebody who hears nothing else? A change in them is to be
 * read in the same way before it is kept (vitest -u). This reader is a program: people who use one know better.
 */
// The parts of a kind are loaded when they are first shown: a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  await Promise.all([loadSheet(), loadReading()]);
  useWays.setState({ tablet: standardWays, person: null });
});
afterEach(async () => {
  await virtual.stop();
  vi.restoreAllMocks();
});

async function goRound(kind: string): Promise<void> {
  keepInMemory();
  const id = await makeWorkshop(v.parse(PlanSchema, plan), 'taster');
  const part = agenda((await readWorkshop(id)).workshop).find((activity) => activity.kind === kind);
  await sendToWorkshop(id, [
    { type: 'people-counted', here: 3 },
    { type: 'started', at: 0 },
    { type: 'went-to', activity: part?.id ?? '' },
  ]);
  const router = createMemoryRouter([{ path: '/workshop/:workshop/take-part', Component: TakePart }], {
    initialEntries: [`/workshop/${id}/take-part`],
  });
  render(
    <>
      <RouterProvider router={router} />
      <Status />
    </>,
  );
  await screen.findByRole('button', { name: /my turn/i });
  await virtual.start({ container: document.body });
}

/** Reads the screen from its top to its end, and gives every line that was said. */
async function readOn(title: string): Promise<string> {
  await virtual.stop();
  // This reader goes by the attribute; browsers go by the state, which React sets without it.
  for (const field of document.querySelectorAll('input')) field.toggleAttribute('checked', field.checked);
  await virtual.start({ container: document.body });
  const lines = [await virtual.lastSpokenPhrase()];
  for (let steps = 0; steps < 200; steps++) {
    await virtual.next();
    const said = await virtual.lastSpokenPhrase();
    // At its end it begins again at the top.
    if (said === lines[0] && steps > 0) break;
    lines.push(said);
  }
  return [`== ${title}`, ...lines, ''].join('\n');
}

const press = async (name: RegExp | string): Promise<void> => {
  const button = await screen.findByRole('button', { name });
  await act(async () => button.click());
};
const heading = (name: RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

test('a poll makes sense to somebody who hears it', async () => {
  await goRound('poll');
  const said = [await readOn('Between two people')];
  await press(/my turn/i);
  await heading(/how do you want it/i);
  said.push(await readOn('How do you want it?'));
  await press(/this is good/i);
  await heading(/have a say/i);
  said.push(await readOn('The question'));
  const answer = (await screen.findAllByRole('radio'))[1];
  await act(async () => answer?.click());
  said.push(await readOn('The question, with an answer chosen'));
  await press(/^(Next|Done)$/);
  await heading(/is this/i);
  said.push(await readOn('Is this right?'));
  await press('Done');
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/saved/));
  said.push(await readOn('Done'));
  // Each message comes once: from the one polite region, and from nowhere else.
  expect(document.querySelectorAll('[aria-live], [role="status"], [role="alert"]')).toHaveLength(1);
  await expect(said.join('\n')).toMatchFileSnapshot('transcripts/poll.txt');
});

test('a note that is typed makes sense to somebody who hears it', async () => {
  await goRound('post-its');
  await press(/my turn/i);
  await press(/this is good/i);
  await heading(/how/i);
  const said = [await readOn('How to make a note')];
  const typing = await screen.findByRole('radio', { name: 'Type it' });
  await act(async () => typing.click());
  await press(/^Next$/);
  const field = await screen.findByRole('textbox');
  said.push(await readOn('Making it'));
  fireEvent.change(field, { target: { value: 'More time to read' } });
  said.push(await readOn('Making it, with words in it'));
  await press(/^(Next|Done)$/);
  await heading(/another|notes/i);
  said.push(await readOn('Another one?'));
  await press(/^(Next|Done)$/);
  await heading(/is this/i);
  said.push(await readOn('Is this right?'));
  await expect(said.join('\n')).toMatchFileSnapshot('transcripts/post-its.txt');
});
