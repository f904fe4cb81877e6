import { useState } from 'react';
import { readCard, readSquare } from '#access/card.ts';
import type { Ways } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { useSaid } from '../said.ts';
import { Told } from '../Told.tsx';
import { Write } from '../Write.tsx';
import { useSquares } from './useSquares.ts';
import { say } from './words.ts';
import './card.css';

type Props = { onCard(ways: Ways): void; onClose(): void };

/** Reads a person's card by the camera, or by its letters. Nothing that is seen is kept. */
export function ShowCard({ onCard, onClose }: Props) {
  const [other, setOther] = useState(false);
  const [letters, setLetters] = useState('');
  const [wrong, setWrong] = useState(false);
  const said = useSaid();
  const { camera, setVideo } = useSquares((text) => {
    const ways = readSquare(text);
    setOther(!ways);
    if (ways) onCard(ways);
    return ways !== undefined;
  });
  const use = (): void => {
    const ways = readCard(letters);
    setWrong(!ways);
    if (ways) onCard(ways);
  };
  return (
    <Dialog title={say('haveCard')} open onClose={onClose}>
      {camera !== 'none' && <p>{said(say(camera === 'on' ? 'holdCard' : 'cameraOpening'))}</p>}
      {/* What the camera sees has no words of its own. */}
      <video
        ref={setVideo}
        className="card-camera"
        hidden={camera === 'none'}
        aria-label={said(say('cameraSees'))}
        playsInline
        muted
      />
      {camera === 'on' && <p className="quiet">{said(say('cameraNever'))}</p>}
      {camera === 'none' && <p className="wrong">{said(say('noCamera'))}</p>}
      {other && <Told wrong words={said(say('notACard'))} />}
      <div className="card-letters">
        <Write
          label={say('cardLetters')}
          value={letters}
          onChange={setLetters}
          max={30}
          wrong={wrong ? say('wrongLetters') : undefined}
        />
        <Button phrase={say('useLetters')} mark="tick" weight="edge" off={letters === ''} onPress={use} />
      </div>
    </Dialog>
  );
}
