import { useLayoutEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { wearGlossary } from '#words/glossary/worn.ts';
import { wearReword } from '#words/reword.ts';
import { Nowhere } from './NotFound.tsx';
import { reworded, rewordOf } from './reworded.ts';
import { useWorkshop } from './workshops.ts';
import { say } from './words.ts';

type Props = {
  /** For the desk, where a facilitator's text is changed: as it was written, not in the group's own words. */
  asWritten?: boolean;
  children(id: string, replay: Replay): ReactNode;
};

/** Opens the workshop of the address, and shows `children` once it is there, in the words of its group. */
export function WithWorkshop({ asWritten = false, children }: Props) {
  const { workshop: id = '' } = useParams();
  const replay = useWorkshop(id);
  useGroupsWords(replay, asWritten);
  if (replay === 'opening') return <p className="seen-by-readers">{say('opening').plain}</p>;
  if (replay === 'missing') return <Nowhere title={say('missing')} help={say('missingHelp')} />;
  return children(id, asWritten ? replay : reworded(replay));
}

/** The app's own wording follows the group too, for as long as its workshop is on the screen. */
function useGroupsWords(replay: Replay | 'opening' | 'missing', asWritten: boolean): void {
  const workshop = typeof replay === 'string' ? undefined : replay.workshop;
  const [own, explained] = [workshop?.ownWords, workshop?.explained];
  useLayoutEffect(() => {
    wearReword(own && !asWritten ? rewordOf(own) : null);
    wearGlossary(explained ?? [], own ?? []);
  }, [own, explained, asWritten]);
  useLayoutEffect(
    () => () => {
      wearReword(null);
      wearGlossary([], []);
    },
    [],
  );
}
