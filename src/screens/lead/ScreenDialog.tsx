import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { say } from './words.ts';

/** How a second window is named, so that a second tap finds the one that is open already. */
export const WINDOW = 'cuppa-present';

/** Opens the big screen: in a second window to drag across, or on this one. */
export function ScreenDialog({ id, onClose }: { id: string; onClose(): void }) {
  const [refused, setRefused] = useState(false);
  const navigate = useNavigate();
  const said = useSaid();
  const address = `/workshop/${id}/present`;
  const second = (): void => {
    const opened = window.open(address, `${WINDOW}-${id}`, 'popup,width=1280,height=720');
    if (opened) onClose();
    else setRefused(true);
  };
  const onThis = (): void => {
    // Refused by some browsers; the big screen is then shown inside the browser.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    void navigate(address);
  };
  return (
    <Dialog title={say('screen')} open onClose={onClose}>
      <p>{said(say('screenHint'))}</p>
      <Button phrase={say('window')} mark="screen" weight="edge" big className="full" onPress={second} />
      <p className="quiet">{said(say('windowHint'))}</p>
      <Button phrase={say('here')} mark="tablet" weight="edge" big className="full" onPress={onThis} />
      <p className="quiet">{said(say('hereHint'))}</p>
      {refused && <Told wrong words={said(say('noWindow'))} />}
    </Dialog>
  );
}
