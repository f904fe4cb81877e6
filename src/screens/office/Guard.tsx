import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { MayWriteContext } from '../at-office.ts';
import { findMe, useMayWrite, useMe } from './me.ts';
import { say } from './words.ts';

/**
 * Only who is signed in goes on; signing in leads back to the same address. This page is never loaded anew on the
 * way, so that what waits to be handed in is still there afterwards.
 */
export function Guard() {
  const me = useMe((state) => state.me);
  const mayWrite = useMayWrite();
  const { pathname, search } = useLocation();
  if (me === undefined) return <NotReached />;
  if (me === null) return <Navigate to="/sign-in" replace state={{ to: `${pathname}${search}` }} />;
  return (
    <MayWriteContext value={mayWrite}>
      <Outlet />
    </MayWriteContext>
  );
}

function NotReached() {
  const [tries, setTries] = useState(0);
  const [trying, setTrying] = useState(false);
  const said = useSaid();
  const again = (): void => {
    setTrying(true);
    void findMe()
      .catch(() => setTries((before) => before + 1))
      .finally(() => setTrying(false));
  };
  return (
    <Frame
      title={say('away')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('awayHelp')]}
      onStop={again}
      done={<Button phrase={say('again')} mark="undo" weight="go" off={trying} onPress={again} />}
    >
      <Say phrase={say('away')} level={1} hint={say('awayHelp')} />
      {tries > 0 && !trying && <Told words={said(say('stillAway'))} wrong />}
    </Frame>
  );
}
