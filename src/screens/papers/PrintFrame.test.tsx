import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { asSaid } from '#workshop/phrase.ts';
import { replayAll } from '#workshop/replay.ts';
import { PrintFrame } from './PrintFrame.tsx';

const replay = replayAll([], () => undefined);

/** Opens a sheet at this address, chooses large print, and goes back; tells where that led. */
async function backFrom(address: string): Promise<string> {
  const sheet = (
    <PrintFrame id="w" replay={replay} title={asSaid('A sheet')}>
      <p>Words on paper</p>
    </PrintFrame>
  );
  const router = createMemoryRouter(
    [
      { path: '/workshop/w/print/follow', element: sheet },
      { path: '*', element: null },
    ],
    { initialEntries: [address] },
  );
  render(<RouterProvider router={router} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Large print' }));
  await screen.findByRole('button', { name: 'Large print', pressed: true });
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  const { pathname, search } = router.state.location;
  return pathname + search;
}

test('back from a sheet leads to where it was opened from, whatever look was chosen meanwhile', async () => {
  expect(await backFrom('/workshop/w/print/follow?from=follow')).toBe('/workshop/w/follow');
});

test('back from a sheet leads to the list of sheets, in the same look, where nothing else is known', async () => {
  expect(await backFrom('/workshop/w/print/follow?look=easy')).toBe('/workshop/w/print?look=large');
  expect(await backFrom('/workshop/w/print/follow?from=//elsewhere')).toBe('/workshop/w/print?look=large');
});
