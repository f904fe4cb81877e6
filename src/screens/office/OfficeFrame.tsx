import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Frame } from '#ui/Frame.tsx';
import { useSaid } from '#ui/said.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { useMayOrganise } from './me.ts';
import { OfficeLink } from './OfficeLink.tsx';
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
            <OfficeLink to="/" phrase={say('workshops')} mark="more" />
            <OfficeLink to="/search" phrase={say('search')} mark="search" />
            <OfficeLink to="/tablets" phrase={say('tablets')} mark="tablet" />
            {organiser && <OfficeLink to="/keeping" phrase={sayKeeping('keeping')} mark="timer" />}
            {organiser && <OfficeLink to="/accounts" phrase={say('accounts')} mark="person" />}
            <OfficeLink to="/account" phrase={say('account')} mark="lock" />
          </nav>
        </>
      }
      done={done}
    >
      {children}
    </Frame>
  );
}
