import { HealthNotice } from './HealthNotice.tsx';
import { useHubParts } from './hub/parts.ts';
import { KeepingNotice } from './KeepingNotice.tsx';

/** What the leader must know of the tablet: what waits to be kept, what is missing, and what the
 * office did. */
export function Notices() {
  const { Notice } = useHubParts();
  return (
    <>
      <KeepingNotice />
      <HealthNotice />
      {Notice && <Notice />}
    </>
  );
}
