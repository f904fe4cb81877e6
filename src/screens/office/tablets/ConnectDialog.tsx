import { useEffect, useState } from 'react';
import { Square } from '#ui/ways/Square.tsx';
import { askHub } from '#sync/office/ask.ts';
import { listTablets, startPairing } from '#wire/tablets.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayUi } from '#ui/words.ts';
import { useAsked, useEvery } from '../useAsked.ts';
import { useWork } from '../useWork.ts';
import { say } from '../words.ts';

type Code = { secret: string; code: string };

/** A tablet that was let in is no news of a workshop: it is looked for. */
const LOOK_MS = 1500;
/**
 * A square code for the camera of a tablet, and letters to type. How long they hold is said once and not counted
 * down: when it is over, a tap makes new ones.
 */
export function ConnectDialog({ onClose }: { onClose(): void }) {
  const [code, setCode] = useState<Code>();
  const [before, setBefore] = useState<readonly string[]>();
  const { reply, again } = useAsked(listTablets);
  useEvery(again, LOOK_MS);
  if (reply && !before) setBefore(reply.tablets.map(({ id }) => id));
  const { working, problem, work } = useWork();
  const said = useSaid();
  const make = (): void =>
    work(async () => {
      const { secret, code: letters } = await askHub(startPairing);
      setCode({ secret, code: letters });
    });
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  useEffect(make, []);
  const came = before && reply?.tablets.find(({ id }) => !before.includes(id));
  const connected = came && say('connected', { name: came.name });
  const news = connected && said(connected);
  useEffect(() => {
    if (news) announce(news);
  }, [news]);
  if (connected) {
    return (
      <Dialog title={say('connect')} open onClose={onClose}>
        <Say phrase={connected} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say('connect')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('newCode')} mark="undo" big off={working} onPress={make} />
          <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
        </>
      }
    >
      <Say phrase={say('connect1')} />
      <Say phrase={say('connect2')} />
      {code && before && (
        <div className="pairing">
          <Square text={`${location.origin}/pair#${code.secret}`} name={said(say('squareName'))} />
          <div className="stack">
            <p>{said(say('typeCode'))}</p>
            <p className="pairing-code">
              <b>{inFours(code.code)}</b>
            </p>
          </div>
        </div>
      )}
      <p className="quiet">{said(say('codeHolds'))}</p>
      {problem && <Told words={problem} wrong />}
    </Dialog>
  );
}

const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
