import '#ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ignoreSecondTaps } from '#access/taps.ts';
import { wearWays } from '#access/ways.ts';
import { listenForInstall } from '#screens/install.ts';
import { NotSecure } from '#screens/NotSecure.tsx';
import { followVersions } from '#screens/version.ts';
import { Status } from '#ui/Status.tsx';
import { makeRouter } from './routes.tsx';

const root = document.querySelector('#root');
if (root) {
  wearWays(document.documentElement);
  ignoreSecondTaps(window);
  // Where nothing can be kept, nothing is asked: the rest of the app does not even start.
  if (window.isSecureContext) {
    listenForInstall(window);
    followVersions();
  }
  createRoot(root).render(
    <StrictMode>
      {window.isSecureContext ? <RouterProvider router={makeRouter()} /> : <NotSecure />}
      <Status />
    </StrictMode>,
  );
}
