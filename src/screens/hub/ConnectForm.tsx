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
  onConnected?(): void;
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
  const { camera, setVideo } = useSquares((text) => {
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
  });
  const noCamera = camera === 'none';
  const connect = async (): Promise<void> => {
    if (name.trim() === '') return setTold(said(say('nameFirst')));
    const typed = letters.replace(/[\s-]/g, '');
    if (seen === '' && typed.length !== CODE_LENGTH)
      return setTold(said(say(noCamera ? 'allLetters' : 'lettersFirst')));
    setWorking(true);
    setTold('');
    try {
      await pairWith(seen || typed, name.trim(), __APP_VERSION__);
      beginWithOffice();
      onConnected?.();
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
          <p>{said(say(noCamera ? 'noCamera' : 'holdSquare'))}</p>
          {/* Nothing that is seen is kept. */}
          <video
            ref={setVideo}
            className="card-camera"
            hidden={noCamera}
            aria-label={said(say('cameraSees'))}
            playsInline
            muted
          />
          <Write
            label={say(noCamera ? 'lettersOnly' : 'letters')}
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
