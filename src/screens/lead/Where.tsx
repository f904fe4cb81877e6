import { aboutOf, type Workshop } from '#workshop/workshop.ts';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/** What stands at the left of the leader's top bar: the workshop and how many people are here. */
export function Where({ workshop }: { workshop: Workshop }) {
  const said = useSaid();
  return (
    <>
      <Logo />
      <div>
        <strong>{said(aboutOf(workshop).title)}</strong>
        {workshop.here > 0 && (
          <span className="quiet">{said(say('peopleHere', { count: workshop.here }))}</span>
        )}
      </div>
    </>
  );
}
