import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark, type MarkName } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';

type Props = {
  children: ReactNode;
  send: Phrase;
  mark: MarkName;
  working: boolean;
  problem: Phrase | undefined;
  onSend(): void;
};

/** Fields that belong together. A real form, so that Enter sends it and a password manager knows it. */
export function Form({ children, send, mark, working, problem, onSend }: Props) {
  const said = useSaid();
  return (
    <form
      className="card stack door-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!working) onSend();
      }}
    >
      {children}
      {problem && <Told words={said(problem)} wrong />}
      <button type="submit" className="button go big" aria-disabled={working || undefined}>
        <Mark name={mark} />
        <span>{said(send)}</span>
      </button>
    </form>
  );
}
