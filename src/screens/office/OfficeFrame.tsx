import type { MouseEvent, ReactNode } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Frame } from '#ui/Frame.tsx';
import { Mark, type MarkName } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { useMayOrganise } from './me.ts';
import { OfficeSign } from './OfficeSign.tsx';
import { say as sayKeeping } from './keeping/words.ts';
import { say } from './words.ts';

type Props = {
  title: Phrase;
  help: readonly Phrase[];
  children: ReactNode;
  done?: ReactNode;
  /** Where there is nothing to go back to. */
  onStop?: () => void;
};

/** A screen of the office: the same top bar as everywhere, and beneath it the ways to the other screens. */
export function OfficeFrame({ title, help, children, done, onStop }: Props) {
  const navigate = useNavigate();
  const said = useSaid();
  const organiser = useMayOrganise();
  return (
    <Frame
      title={title}
      where={<OfficeSign />}
      help={help}
      onStop={onStop ?? (() => void navigate('/'))}
      notice={
        <>
          <KeepingNotice />
          <nav className="office-nav" aria-label={said(say('office'))}>
            <To to="/" phrase={say('workshops')} mark="more" />
            <To to="/search" phrase={say('search')} mark="search" />
            <To to="/tablets" phrase={say('tablets')} mark="tablet" />
            {organiser && <To to="/keeping" phrase={sayKeeping('keeping')} mark="timer" />}
            {organiser && <To to="/accounts" phrase={say('accounts')} mark="person" />}
            <To to="/account" phrase={say('account')} mark="lock" />
          </nav>
        </>
      }
      done={done}
    >
      {children}
    </Frame>
  );
}

function To({ to, phrase, mark }: { to: string; phrase: Phrase; mark: MarkName }) {
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
