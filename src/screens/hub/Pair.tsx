import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useHub } from '#sync/hub/shown.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { say as sayScreens } from '../words.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { takeSecret } from './square.ts';
import { say } from './words.ts';

/** Where the office's square code leads, when the tablet's own camera opened it. */
export function Pair() {
  const [secret] = useState(takeSecret);
  const [done, setDone] = useState(false);
  const office = useHub((hub) => hub.office);
  const navigate = useNavigate();
  const home = (): void => void navigate('/');
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
      {done ? (
        <Say phrase={say('isConnected', { office })} level={1} hint={say('connectedHint')} />
      ) : (
        <>
          <Say phrase={say('pairTitle')} level={1} hint={say('officeHint')} />
          <div className="card naming">
            <ConnectForm secret={secret} onConnected={() => setDone(true)} />
          </div>
        </>
      )}
    </Frame>
  );
}
