import { termsOf, type Term } from '#words/glossary/glossary.ts';
import { useWornGlossary } from '#words/glossary/worn.ts';

type Worn = Parameters<typeof termsOf>;
let last: { of: Worn; terms: Term[] } | undefined;

/** The hard words of the workshop on the screen; made anew only when its words change. */
export function useTerms(): Term[] {
  const { explained, own } = useWornGlossary();
  return termsNow(explained, own);
}

function termsNow(...of: Worn): Term[] {
  if (last?.of[0] !== of[0] || last.of[1] !== of[1]) last = { of, terms: termsOf(...of) };
  return last.terms;
}
