import type { MouseEvent } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark, type MarkName } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';

/** The way to another screen of the office, that can be opened in another window too. */
export function OfficeLink({ to, phrase, mark }: { to: string; phrase: Phrase; mark: MarkName }) {
  const said = useSaid();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const go = (press: MouseEvent): void => {
    // Whoever wants another window gets it.
    if (press.ctrlKey || press.metaKey || press.shiftKey) return;
    press.preventDefault();
    void navigate(to);
  };
  return (
    <a href={useHref(to)} className="button" aria-current={pathname === to ? 'page' : undefined} onClick={go}>
      <Mark name={mark} />
      <span>{said(phrase)}</span>
    </a>
  );
}
