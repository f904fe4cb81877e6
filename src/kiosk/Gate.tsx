import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { readHanded, useHanded } from './handed.ts';

/**
 * While the tablet goes round, every address but taking part (and the big screen, which shows nothing hidden)
 * leads to taking part: by Back, by typing, by opening the app anew.
 */
export function Gate() {
  const { workshop, sure } = useHanded();
  const { pathname } = useLocation();
  useEffect(() => void readHanded(), []);
  const round = `/workshop/${workshop}/take-part`;
  // A note that is behind must not hand the tablet round again.
  if (workshop !== '' && !sure) return null;
  const free = workshop === '' || pathname === round || pathname.endsWith('/present');
  return free ? <Outlet /> : <Navigate to={round} replace />;
}
