import { HealthNotice } from './HealthNotice.tsx';
import { KeepingNotice } from './KeepingNotice.tsx';

/** What the leader must know of the tablet: what waits to be kept, and what is missing. */
export function Notices() {
  return (
    <>
      <KeepingNotice />
      <HealthNotice />
    </>
  );
}
