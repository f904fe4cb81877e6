import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { useMayWrite } from './me.ts';
import { NotYours } from './NotYours.tsx';
import { say } from './words.ts';

/** Screens that change a workshop. Whoever may only read is told so before they write, or is shown what can be read. */
export function ForWriters() {
  const mayWrite = useMayWrite();
  const { pathname } = useLocation();
  const { workshop = '' } = useParams();
  if (mayWrite) return <Outlet />;
  // What they can read of it is the sheet; from there, back is the workshop.
  if (pathname.endsWith('/follow'))
    return <Navigate to={`/workshop/${workshop}/print/follow?from=lead`} replace />;
  return <NotYours title={say('readingOnly')} hint={say('readingOnlyHint')} />;
}
