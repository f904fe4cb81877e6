import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useHub } from '#sync/hub/shown.ts';
import { showPaired } from '#sync/hub/start.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayScreens } from '../words.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { takeSecret } from './square.ts';
import { say } from './words.ts';

/** Where the office's square code leads, when the tablet's own camera opened it. */
export function Pair() {
  const [secret, setSecret] = useState(takeSecret);
  // Without the form until it is known whether this tablet is connected already: then it keeps its name.
  const [looked, setLooked] = useState(false);
  const { state, office, tablet } = useHub();
  const said = useSaid();
  const navigate = useNavigate();
  const home = (): void => void navigate('/');
  useEffect(() => {
    const known = (): void => setLooked(true);
    void showPaired().then(known, known);
  }, []);
  // The same page is opened with another square code.
  useEffect(() => {
    const take = (): void => setSecret((before) => takeSecret() || before);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return (
    <Frame
      title={say('pairTitle')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('pairHelp'), say('officeHint')]}
      onStop={home}
      done={<Button phrase={sayScreens('home')} mark="back" onPress={home} />}
    >
      {state === 'on' && (
        <Say phrase={say('isConnected', { office })} level={1} hint={say('connectedHint')}>
          <p>{said(say('itsName', { tablet }))}</p>
        </Say>
      )}
      {looked && state !== 'on' && (
        <>
          <Say phrase={say('pairTitle')} level={1} hint={say('officeHint')} />
          <div className="card naming">
            <ConnectForm key={secret} secret={secret} />
          </div>
        </>
      )}
    </Frame>
  );
}
