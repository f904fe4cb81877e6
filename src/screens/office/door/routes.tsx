import type { RouteObject } from 'react-router';
import { Wrong } from '../../NotFound.tsx';
import { ForOrganisers } from '../ForOrganisers.tsx';
import { Guard } from '../Guard.tsx';
import '#ui/door.css';

/** The door of the office: before anybody is signed in, and what concerns accounts afterwards. */
export const doorRoutes: RouteObject[] = [
  {
    ErrorBoundary: Wrong,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignIn.tsx')).SignIn }) },
      { path: '/first', lazy: async () => ({ Component: (await import('./First.tsx')).First }) },
      { path: '/invited', lazy: async () => ({ Component: (await import('./Invited.tsx')).Invited }) },
    ],
  },
  {
    Component: Guard,
    ErrorBoundary: Wrong,
    HydrateFallback: () => null,
    children: [
      { path: '/account', lazy: async () => ({ Component: (await import('./MyAccount.tsx')).MyAccount }) },
      {
        Component: ForOrganisers,
        children: [
          { path: '/accounts', lazy: async () => ({ Component: (await import('./Accounts.tsx')).Accounts }) },
          { path: '/audit', lazy: async () => ({ Component: (await import('./Audit.tsx')).Audit }) },
        ],
      },
    ],
  },
];
