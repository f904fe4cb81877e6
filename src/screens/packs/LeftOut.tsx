import { Say } from '#ui/Say.tsx';
import { useLeaving } from './worn.ts';
import { say } from './words.ts';

/** Says which pictures of packs do not leave the office with this. Nothing, where all may. */
export function LeftOut({ told }: { told: unknown }) {
  const { stay, of } = useLeaving(told);
  return stay === 0 ? null : <Say phrase={say('stay', { count: stay, packs: of.join(', ') })} />;
}
