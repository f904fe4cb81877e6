import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { Nowhere } from './NotFound.tsx';
import { useWorkshop } from './workshops.ts';
import { say } from './words.ts';

/** Opens the workshop of the address, and shows `children` once it is there. */
export function WithWorkshop({ children }: { children(id: string, replay: Replay): ReactNode }) {
  const { workshop: id = '' } = useParams();
  const replay = useWorkshop(id);
  if (replay === 'opening') return <p className="seen-by-readers">{say('opening').plain}</p>;
  if (replay === 'missing') return <Nowhere title={say('missing')} help={say('missingHelp')} />;
  return children(id, replay);
}
