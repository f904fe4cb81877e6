import { createBrowserRouter, type RouteObject } from 'react-router';
import { keepIn } from '#journal/store.ts';
import { askHub, onSignedOut } from '#sync/office/ask.ts';
import { hubFiles } from '#sync/hub/files.ts';
import { officeNews } from '#sync/office/news.ts';
import { hubStore } from '#sync/hub-store.ts';
import { findMe, setMe } from './me.ts';
import { officeRoutes } from './routes.tsx';
import '#ui/office.css';

/**
 * Opens the office: everything is read from the hub and written there, and nothing is kept on this computer.
 * Workshops are prepared, reported and printed by the very screens that the tablets have.
 */
export async function openOffice(
  ofTablets: readonly RouteObject[],
): Promise<ReturnType<typeof createBrowserRouter>> {
  keepIn(hubStore({ ask: askHub, news: officeNews, files: hubFiles(fetch, askHub) }));
  onSignedOut(() => setMe(null));
  // Where the hub is away, the screens say so themselves.
  await findMe().catch(() => undefined);
  return createBrowserRouter(officeRoutes(ofTablets), { basename: '/office' });
}
