import { useState } from 'react';
import { tryVoice } from '#access/voice.ts';
import { useSaid } from '#ui/said.ts';
import { Button } from '#ui/Button.tsx';
import type { Result } from './checks.ts';
import { Line } from './Line.tsx';
import { playSound } from './sound.ts';
import { say } from './words.ts';

type Props = { result: Result | undefined; onResult: (result: Result) => void };

/** Plays a sound, and asks the person whether it was heard: nothing else can tell. */
export function SoundLine({ result, onResult }: Props) {
  const [played, setPlayed] = useState(false);
  const play = async (): Promise<void> => {
    try {
      await playSound();
      setPlayed(true);
    } catch {
      onResult({ state: 'todo', found: say('soundNot') });
    }
  };
  return (
    <Line phrase={say('sound')} state={result?.state ?? 'notYet'} found={result?.found ?? say('soundHow')}>
      <div className="row">
        <Button
          phrase={say(played ? 'soundAgain' : 'soundPlay')}
          mark="play"
          weight="edge"
          onPress={() => void play()}
        />
      </div>
      {played && (
        <Asked
          onYes={() => onResult({ state: 'good', found: say('soundGood') })}
          onNo={() => onResult({ state: 'todo', found: say('soundBad') })}
        />
      )}
    </Line>
  );
}

/** Lets the tablet speak with a voice of its own, with the wifi off, and asks likewise. */
export function SpeechLine({ result, onResult }: Props) {
  const said = useSaid();
  const [spoken, setSpoken] = useState<'' | 'online' | 'offline' | 'none'>('');
  const speak = async (): Promise<void> => {
    const online = navigator.onLine;
    const { why } = await tryVoice(said(say('speechWords')));
    if (why === '') return setSpoken(online ? 'online' : 'offline');
    setSpoken('none');
    onResult({ state: 'todo', found: say('speechNone') });
  };
  const yes = (): void =>
    onResult(
      spoken === 'offline'
        ? { state: 'good', found: say('speechGood') }
        : { state: 'unknown', found: say('speechOnline') },
    );
  return (
    <Line phrase={say('speech')} state={result?.state ?? 'notYet'} found={result?.found ?? say('speechHow')}>
      <div className="row">
        <Button phrase={say('speechPlay')} mark="read" weight="edge" onPress={() => void speak()} />
        {spoken === 'none' && result?.state === 'todo' && (
          <Button
            phrase={say('speechWithout')}
            mark="person"
            onPress={() => onResult({ state: 'good', found: say('speechLeft') })}
          />
        )}
      </div>
      {(spoken === 'online' || spoken === 'offline') && (
        <Asked onYes={yes} onNo={() => onResult({ state: 'todo', found: say('speechBad') })} />
      )}
    </Line>
  );
}

function Asked({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const said = useSaid();
  return (
    <div className="stack" role="group" aria-label={said(say('soundHeard'))}>
      <p>
        <strong>{said(say('soundHeard'))}</strong>
      </p>
      <div className="row">
        <Button phrase={say('heardYes')} mark="tick" onPress={onYes} />
        <Button phrase={say('heardNo')} mark="close" onPress={onNo} />
      </div>
    </div>
  );
}
