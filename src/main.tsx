import '#ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ignoreSecondTaps } from '#access/taps.ts';
import { wearWays } from '#access/ways.ts';
import { Status } from '#ui/Status.tsx';
import { makeRouter } from './routes.tsx';

const root = document.querySelector('#root');
if (root) {
  wearWays(document.documentElement);
  ignoreSecondTaps(window);
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={makeRouter()} />
      <Status />
    </StrictMode>,
  );
}
