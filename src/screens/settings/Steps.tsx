import type { Phrase } from '#workshop/phrase.ts';
import { useSaid } from '#ui/said.ts';

/** What to do, one step a line. */
export function Steps({ title, steps }: { title: Phrase; steps: readonly Phrase[] }) {
  const said = useSaid();
  return (
    <>
      <h3>{said(title)}</h3>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.plain}>{said(step)}</li>
        ))}
      </ol>
    </>
  );
}
