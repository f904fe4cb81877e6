import { render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { expect, test } from 'vitest';
import { useKeptFocus } from './useKeptFocus.ts';

function Screen({ sheet }: { sheet: 'none' | 'asking' | 'busy' }) {
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  return (
    <>
      <main ref={main}>
        <h1>The answers</h1>
      </main>
      {sheet !== 'none' && (
        <div role="dialog" aria-label="Sure?">
          <button type="button" disabled={sheet === 'busy'}>
            Show them
          </button>
        </div>
      )}
    </>
  );
}

const frames = () =>
  new Promise<void>((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

test('focus comes to the heading although the button in a sheet was off for long before the sheet went', async () => {
  const { rerender } = render(<Screen sheet="asking" />);
  screen.getByRole('button').focus();
  rerender(<Screen sheet="busy" />);
  await frames();
  rerender(<Screen sheet="none" />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
});
