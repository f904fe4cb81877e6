import { Outlet } from 'react-router';
import { useMayOrganise } from './me.ts';
import { NotYours } from './NotYours.tsx';
import { say } from './words.ts';

/** Screens of which the hub refuses everything to all others: whoever types their address is told so at once. */
export function ForOrganisers() {
  if (useMayOrganise()) return <Outlet />;
  return <NotYours title={say('organisersOnly')} hint={say('organisersOnlyHint')} />;
}
