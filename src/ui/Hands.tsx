import { useWays, waysNow } from '#access/ways.ts';
import { Later } from './Later.tsx';

const scanning = async () => (await import('./press/Scanning.tsx')).Scanning;
const holding = async () => (await import('./press/Holding.tsx')).Holding;
const nothing = {};

/** What somebody needs who presses in another way. Nothing of it is loaded until they choose it. */
export function Hands() {
  const scans = useWays((state) => waysNow(state).scan !== '');
  const holds = useWays((state) => waysNow(state).holdMs > 0);
  return (
    <>
      {holds && <Later load={holding} props={nothing} />}
      {scans && <Later load={scanning} props={nothing} />}
    </>
  );
}
