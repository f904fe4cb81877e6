import { useState } from 'react';
import { useHub } from '#sync/hub/shown.ts';
import { pairWith } from '#sync/hub/start.ts';
import { CODE_LENGTH } from '#wire/tablets.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { Write } from '#ui/Write.tsx';
import { useSquares } from '#ui/ways/useSquares.ts';
import { readPairCode } from './square.ts';
import { mayWorkLater, whyNot } from './why-not.ts';
import { beginWithOffice } from './with-office.ts';
import { say } from './words.ts';

type Props = {
  /** From the address that a square code led to; '' where one is still to be seen or typed. */
  secret?: string;
  onConnected(): void;
};

/** Names the tablet, and connects it by a square code or by the office's letters. */
export function ConnectForm({ secret: given = '', onConnected }: Props) {
  // One that is connected again keeps its name.
  const [name, setName] = useState(() => useHub.getState().tablet);
  const [letters, setLetters] = useState('');
  const [seen, setSeen] = useState(given);
  const [refused, setRefused] = useState('');
  const [told, setTold] = useState('');
  const [working, setWorking] = useState(false);
  const said = useSaid();
  const connect = async (): Promise<void> => {
    if (name.trim() === '') return setTold(said(say('nameFirst')));
    const typed = letters.replace(/[\s-]/g, '');
    if (seen === '' && typed.length !== CODE_LENGTH) return setTold(said(say('lettersFirst')));
    setWorking(true);
    setTold('');
    try {
      await pairWith(seen || typed, name.trim(), __APP_VERSION__);
      beginWithOffice();
      onConnected();
    } catch (error) {
      if (!mayWorkLater(error)) {
        setRefused(seen);
        setSeen('');
      }
      setTold(said(whyNot(error)));
    } finally {
      setWorking(false);
    }
  };
  return (
    <div className="stack connect">
      <Write
        label={say('tabletName')}
        hint={say('tabletNameHint')}
        value={name}
        onChange={setName}
        max={60}
      />
      {seen === '' ? (
        <>
          <Camera
            onCode={(text) => {
              const code = readPairCode(text, window.location.origin);
              // The letters are typed where the square does not work: one that is still in sight must not take their place.
              if (letters !== '' || (code?.kind === 'secret' && code.secret === refused)) return false;
              if (code?.kind === 'secret') setSeen(code.secret);
              setTold(
                code === undefined
                  ? said(say('notACode'))
                  : code.kind === 'elsewhere'
                    ? said(say('otherOffice', { host: code.host }))
                    : '',
              );
              return code?.kind === 'secret';
            }}
          />
          <Write
            label={say('letters')}
            hint={say('lettersHint')}
            value={letters}
            onChange={setLetters}
            max={12}
          />
        </>
      ) : (
        <p>
          <strong>{said(say('codeSeen'))}</strong>
        </p>
      )}
      {told && <Told words={told} wrong />}
      <Button
        phrase={say(working ? 'connecting' : 'connect')}
        mark="office"
        weight="go"
        big
        off={working}
        onPress={() => void connect()}
      />
    </div>
  );
}

/** The camera, for a square code. Nothing that is seen is kept. */
function Camera({ onCode }: { onCode(text: string): boolean }) {
  const { camera, setVideo } = useSquares(onCode);
  const said = useSaid();
  return (
    <>
      <p>{said(say(camera === 'none' ? 'noCamera' : 'holdSquare'))}</p>
      <video
        ref={setVideo}
        className="card-camera"
        hidden={camera === 'none'}
        aria-label={said(say('cameraSees'))}
        playsInline
        muted
      />
    </>
  );
}
