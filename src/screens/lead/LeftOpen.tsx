import { Fragment, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { readDraft } from '#journal/draft.ts';
import { readUnfinished } from '#kiosk/turn.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { headingOf, openActivity, type Opened } from '../activity.ts';
import { naming } from '../joined.ts';
import { ShowDialog } from './ShowDialog.tsx';
import { useClosed } from './useClosed.ts';
import { say } from './words.ts';

/** What this tablet still holds of a finished workshop: answers that nobody has shown, and one that is half-made. */
export function LeftOpen({ id, replay }: { id: string; replay: Replay }) {
  const [asking, setAsking] = useState<Opened | null>(null);
  const closed = useClosed(id, replay);
  const halfMade = useHalfMade(id);
  const navigate = useNavigate();
  if (closed.length === 0 && !halfMade) return null;
  return (
    <section className="card stack">
      {closed.map((activity) => {
        const opened = openActivity(replay, activity);
        return (
          <Fragment key={activity}>
            <Say phrase={naming((what) => say('finishSealed', { what }), headingOf(replay, activity))} />
            {opened && (
              <Button phrase={say('show')} mark="show" weight="edge" onPress={() => setAsking(opened)} />
            )}
          </Fragment>
        );
      })}
      {halfMade && (
        <>
          <Say phrase={say('halfMade')} hint={say('halfMadeHint')} />
          <Button
            phrase={say('toHalfMade')}
            mark="next"
            weight="edge"
            onPress={() => void navigate(`/workshop/${id}/take-part`)}
          />
        </>
      )}
      {asking && <ShowDialog id={id} opened={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

/** Is somebody's answer in this workshop half-made on this tablet? */
function useHalfMade(id: string): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    let here = true;
    void readDraft().then((draft) => here && setIs(readUnfinished(draft)?.workshop === id));
    return () => {
      here = false;
    };
  }, [id]);
  return is;
}
