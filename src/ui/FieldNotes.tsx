import type { Phrase } from '#workshop/phrase.ts';
import { useSaid } from './said.ts';

type Props = { id: string; hint: Phrase | undefined; wrong: Phrase | undefined };

/** What a field is described by, for whoever hears it: the ids of its notes. */
export const notesOf = ({ id, hint, wrong }: Props): string | undefined =>
  [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;

/** What stands under a field: how to fill it in, and what is wrong with it. */
export function FieldNotes({ id, hint, wrong }: Props) {
  const said = useSaid();
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {said(hint)}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className="wrong">
          {said(wrong)}
        </p>
      )}
    </>
  );
}
