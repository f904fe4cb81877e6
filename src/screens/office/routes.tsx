import { Navigate, useParams, type RouteObject } from 'react-router';
import { NotFound, Wrong } from '../NotFound.tsx';
import { doorRoutes } from './door/routes.tsx';
import { ForOrganisers } from './ForOrganisers.tsx';
import { ForWriters } from './ForWriters.tsx';
import { Guard } from './Guard.tsx';

/** Leading and taking part are for the hall. */
const IN_THE_HALL = ['lead', 'present', 'take-part', 'ready'];

/** What changes nothing; all else is for those who may write. */
const READING = /^(report|print)\b/;

/** Every address of the office, under /office. What prepares, reports and prints is what the tablets have. */
export function officeRoutes(ofTablets: readonly RouteObject[]): RouteObject[] {
  const inOffice = childrenOf(ofTablets, '/workshop/:workshop').filter(
    ({ path = '' }) => !IN_THE_HALL.includes(path),
  );
  return [
    ...doorRoutes,
    {
      Component: Guard,
      ErrorBoundary: Wrong,
      HydrateFallback: () => null,
      children: [
        {
          path: '/',
          lazy: async () => ({ Component: (await import('./workshops/Workshops.tsx')).Workshops }),
        },
        { path: '/search', lazy: async () => ({ Component: (await import('./search/Search.tsx')).Search }) },
        {
          path: '/combined',
          lazy: async () => ({ Component: (await import('./combined/Combined.tsx')).Combined }),
        },
        {
          path: '/tablets',
          lazy: async () => ({ Component: (await import('./tablets/Tablets.tsx')).Tablets }),
        },
        {
          Component: ForOrganisers,
          children: [
            {
              path: '/keeping',
              lazy: async () => ({ Component: (await import('./keeping/Keeping.tsx')).Keeping }),
            },
          ],
        },
        {
          path: '/workshop/:workshop',
          children: [
            { index: true, lazy: async () => ({ Component: (await import('./one/One.tsx')).One }) },
            {
              Component: ForOrganisers,
              children: [
                {
                  path: 'forget',
                  lazy: async () => ({ Component: (await import('./keeping/Forget.tsx')).Forget }),
                },
              ],
            },
            // What would lead on a tablet leads here to what can be done with the workshop.
            { path: 'lead', Component: ToOne },
            ...inOffice.filter(({ path = '' }) => READING.test(path)),
            { Component: ForWriters, children: inOffice.filter(({ path = '' }) => !READING.test(path)) },
          ],
        },
        { Component: ForWriters, children: find(ofTablets, '/new') },
        ...find(ofTablets, '/licences'),
        { path: '*', Component: NotFound },
      ],
    },
  ];
}

function find(routes: readonly RouteObject[], path: string): RouteObject[] {
  return routes.flatMap((route) => (route.path === path ? [route] : find(route.children ?? [], path)));
}

const childrenOf = (routes: readonly RouteObject[], path: string): RouteObject[] =>
  find(routes, path).flatMap(({ children = [] }) => children);

function ToOne() {
  const { workshop = '' } = useParams();
  return <Navigate to={`/workshop/${workshop}`} replace />;
}
