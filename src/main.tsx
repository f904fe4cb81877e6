import '#ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ignoreSecondTaps } from '#access/taps.ts';
import { wearWays } from '#access/ways.ts';
import { readAttachment } from '#journal/attachments.ts';
import { openBoxes } from '#journal/sealed.ts';
import { beginIfPaired } from '#screens/hub/begin.ts';
import { listenForInstall } from '#screens/install.ts';
import { followLanguage } from '#screens/language.ts';
import { NotSecure } from '#screens/NotSecure.tsx';
import { followVersions } from '#screens/version.ts';
import { AttachmentsContext } from '#ui/attachments.ts';
import { loadSheet } from '#ui/Dialog.tsx';
import { Hands } from '#ui/Hands.tsx';
import { Status } from '#ui/Status.tsx';
import { loadReading } from '#ui/useReading.ts';
import { makeRouter, routes } from './routes.tsx';

/** Made once: what reads attachments must not change while they are shown. */
const attachments = { read: readAttachment };

/** The office is the same app at addresses of its own: it keeps in the hub, and nothing on this computer. */
const isOffice = /^\/office(\/|$)/.test(location.pathname);

const root = document.querySelector('#root');
if (root) {
  wearWays(document.documentElement);
  const language = followLanguage(document.documentElement);
  ignoreSecondTaps(window);
  // Where nothing can be kept, nothing is asked: the rest of the app does not even start.
  if (window.isSecureContext) {
    listenForInstall(window);
    // What nobody waits for comes after the first screen. `openBoxes` puts right what a crash left half
    // written in a sealed box; without boxes there is nothing to mend.
    setTimeout(() => {
      followVersions();
      if (!isOffice) openBoxes().catch(() => undefined);
      if (!isOffice) beginIfPaired().catch(() => undefined);
      void import('#screens/packs/worn.ts').then(({ wearAll }) => wearAll()).catch(() => undefined);
      void loadSheet();
      void loadReading();
    }, 1000);
  }
  const show = (router: ReturnType<typeof makeRouter> | undefined): void =>
    createRoot(root).render(
      <StrictMode>
        <AttachmentsContext value={attachments}>
          {router ? <RouterProvider router={router} /> : <NotSecure />}
        </AttachmentsContext>
        <Status />
        <Hands />
      </StrictMode>,
    );
  // English is here at once, and nothing waits for it; so is the first screen of a tablet.
  if (isOffice && window.isSecureContext) {
    const office = import('#screens/office/start.tsx').then(({ openOffice }) => openOffice(routes));
    void Promise.resolve(language)
      .then(() => office)
      .then(show);
  } else {
    const open = (): void => show(window.isSecureContext ? makeRouter() : undefined);
    if (language) void language.finally(open);
    else open();
  }
}
