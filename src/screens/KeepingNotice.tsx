import { useKeeping } from '#journal/keep.ts';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { useAnnounced } from '#ui/Status.tsx';
import { say } from './words.ts';

/** Tells the leader that something waits to be kept, why, and what to do. Nothing while all is well. */
export function KeepingNotice() {
  const { waiting, problem } = useKeeping();
  const said = useSaid();
  useAnnounced(problem);
  if (!problem) return null;
  return (
    <div className="notice">
      <Mark name="tablet" />
      <div>
        {waiting > 0 && (
          <p>
            <strong>{said(say('waiting', { count: waiting }))}</strong>
          </p>
        )}
        <p>{problem}</p>
      </div>
    </div>
  );
}
