import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { endPerson } from '#access/ways.ts';
import { handRound } from '#kiosk/handed.ts';
import { hasPin } from '#kiosk/pin.ts';
import { PinGate } from '#kiosk/PinGate.tsx';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { say } from './words.ts';

type Props = { workshop: string; unfinished: boolean; onClear(): Promise<void>; onStay(): void };

/** From taking part to the leader's screens: the PIN if there is one, then what becomes of a half-made answer. */
export function Leaving({ workshop, unfinished, onClear, onStay }: Props) {
  const [open, setOpen] = useState<boolean | null>(null);
  // What stood when the leader took over: clearing it away is not a second reason to leave.
  const [asks] = useState(unfinished);
  const navigate = useNavigate();
  useEffect(() => {
    void hasPin().then((is) => setOpen(!is));
  }, []);

  const leave = async (): Promise<void> => {
    // If that cannot be kept, the tablet asks for its leader once more after it is opened anew.
    await handRound('').catch(() => undefined);
    // A turn that is kept has its ways with it; the leader's screens are in the leader's.
    endPerson();
    announce('');
    // Replaced, so that Back does not lead from the leader's screens into somebody's turn.
    await navigate(`/workshop/${workshop}/lead`, { replace: true });
  };
  useEffect(() => {
    if (open && !asks) void leave();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- leaves once, as soon as nothing stands in the way
  }, [open, asks]);

  // On the way to the leader's screen nothing is said: there is no answer to ask about.
  if (open === null || (open && !asks)) return null;
  return (
    <Frame
      title={say('leader')}
      help={[say('gone')]}
      onStop={onStay}
      done={
        <>
          <Button phrase={say('takePart')} mark="back" onPress={onStay} />
          {open && (
            <>
              <Button
                phrase={say('clearIt')}
                mark="remove"
                className="push"
                onPress={() => void onClear().then(leave)}
              />
              <Button phrase={say('keepIt')} mark="tick" weight="go" onPress={() => void leave()} />
            </>
          )}
        </>
      }
    >
      {open ? (
        <Say phrase={say('unfinished')} level={1} hint={say('unfinishedHint')} />
      ) : (
        <PinGate onOpen={() => setOpen(true)} />
      )}
    </Frame>
  );
}
