import { createBrowserRouter, type RouteObject } from 'react-router';
import { Gate } from '#kiosk/Gate.tsx';
import { Home } from '#screens/home/Home.tsx';
import { NotFound, Wrong } from '#screens/NotFound.tsx';

/** Every address of the app. Screens but the first are loaded when asked for; the service worker has them all. */
export const routes: RouteObject[] = [
  {
    Component: Gate,
    ErrorBoundary: Wrong,
    HydrateFallback: () => null,
    children: [
      { path: '/', Component: Home },
      {
        path: '/new',
        lazy: async () => ({ Component: (await import('#screens/new/NewWorkshop.tsx')).NewWorkshop }),
      },
      {
        path: '/workshop/:workshop',
        children: [
          {
            path: 'prepare',
            lazy: async () => ({ Component: (await import('#screens/prepare/Prepare.tsx')).Prepare }),
          },
          {
            path: 'prepare/:activity',
            lazy: async () => ({
              Component: (await import('#screens/prepare/PrepareActivity.tsx')).PrepareActivity,
            }),
          },
          { path: 'ready', lazy: ready },
          { path: 'lead', lazy: async () => ({ Component: (await import('#screens/lead/Lead.tsx')).Lead }) },
          {
            path: 'present',
            lazy: async () => ({ Component: (await import('#screens/present/Present.tsx')).Present }),
          },
          {
            path: 'take-part',
            lazy: async () => ({ Component: (await import('#screens/take-part/TakePart.tsx')).TakePart }),
          },
          {
            path: 'report',
            lazy: async () => ({ Component: (await import('#screens/reports/Report.tsx')).Report }),
          },
          {
            path: 'follow',
            lazy: async () => ({ Component: (await import('#screens/follow/FollowUp.tsx')).FollowUp }),
          },
          {
            path: 'follow/:line',
            lazy: async () => ({ Component: (await import('#screens/follow/LineScreen.tsx')).LineScreen }),
          },
          {
            path: 'last-time',
            lazy: async () => ({ Component: (await import('#screens/follow/LastTime.tsx')).LastTime }),
          },
          {
            path: 'next',
            lazy: async () => ({ Component: (await import('#screens/follow/NextSession.tsx')).NextSession }),
          },
          {
            path: 'read-back',
            lazy: async () => ({ Component: (await import('#screens/follow/ReadBack.tsx')).ReadBack }),
          },
          {
            path: 'type-in',
            lazy: async () => ({ Component: (await import('#screens/papers/TypeIn.tsx')).TypeIn }),
          },
          {
            path: 'type-in/:activity',
            lazy: async () => ({ Component: (await import('#screens/papers/TypeIn.tsx')).TypeIn }),
          },
          {
            path: 'print',
            lazy: async () => ({ Component: (await import('#screens/papers/PrintList.tsx')).PrintList }),
          },
          {
            path: 'print/:page',
            lazy: async () => ({ Component: (await import('#screens/papers/PrintSheet.tsx')).PrintSheet }),
          },
          {
            path: 'print/:activity/:page',
            lazy: async () => ({ Component: (await import('#screens/papers/PrintSheet.tsx')).PrintSheet }),
          },
        ],
      },
      { path: '/ready', lazy: ready },
      {
        path: '/settings',
        lazy: async () => ({ Component: (await import('#screens/settings/Settings.tsx')).Settings }),
      },
      { path: '/pair', lazy: async () => ({ Component: (await import('#screens/hub/Pair.tsx')).Pair }) },
      {
        path: '/licences',
        lazy: async () => ({ Component: (await import('#screens/licences/Licences.tsx')).Licences }),
      },
      { path: '*', Component: NotFound },
    ],
  },
];

/** The check before the day opens every other screen, so it is given all of them. */
async function ready() {
  const { Ready } = await import('#screens/ready/Ready.tsx');
  return { Component: () => <Ready routes={routes} /> };
}

export const makeRouter = () => createBrowserRouter(routes);
