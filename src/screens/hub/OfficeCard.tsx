import { useEffect, useState } from 'react';
import { disconnect } from '#sync/hub/start.ts';
import { useHub } from '#sync/hub/shown.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { beginIfPaired } from './begin.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { lineOf, reachOf, together } from './stands.ts';
import { say } from './words.ts';

/** In Settings: which office this tablet is connected to, and how to change that. */
export function OfficeCard() {
  const hub = useHub();
  const said = useSaid();
  const [open, setOpen] = useState<'' | 'connect' | 'disconnect'>('');
  useEffect(() => void beginIfPaired().catch(() => undefined), []);
  const close = (): void => setOpen('');
  const names = { office: hub.office, tablet: hub.tablet };
  return (
    <section className="card stack">
      {hub.state === 'none' ? (
        <>
          <Say phrase={say('office')} level={2} hint={say('officeHint')} />
          <Button phrase={say('connect')} mark="office" weight="edge" onPress={() => setOpen('connect')} />
        </>
      ) : (
        <>
          <Say phrase={say('office')} level={2} hint={say('connectedTo', names)} />
          {hub.state === 'on' ? <p>{said(reachOf(hub))}</p> : <p className="wrong">{said(say(hub.state))}</p>}
          {hub.counted && <p>{said(lineOf(together(hub.counts), hub))}</p>}
          <div className="row">
            {hub.state !== 'on' && (
              <Button
                phrase={say('connectAgain')}
                mark="office"
                weight="edge"
                onPress={() => setOpen('connect')}
              />
            )}
            <Button phrase={say('disconnect')} mark="remove" onPress={() => setOpen('disconnect')} />
          </div>
        </>
      )}
      {open === 'connect' && (
        <Dialog title={say('connect')} open onClose={close}>
          <ConnectForm
            onConnected={() => {
              close();
              announce(said(say('connected')));
            }}
          />
        </Dialog>
      )}
      {open === 'disconnect' && <Disconnect onClose={close} />}
    </section>
  );
}

function Disconnect({ onClose }: { onClose(): void }) {
  const hub = useHub();
  const said = useSaid();
  const { here, office, files } = together(hub.counts);
  const left = here - office + files;
  const yes = (): void => {
    void disconnect().then(() => announce(said(say('disconnected'))));
    onClose();
  };
  return (
    <Dialog
      title={say('disconnectAsk', { office: hub.office })}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('disconnectNo')} mark="back" big onPress={onClose} />
          <Button phrase={say('disconnectYes')} mark="remove" className="stop" big onPress={yes} />
        </>
      }
    >
      {left > 0 && <Say phrase={say('disconnectLeft', { count: left })} />}
      <Say phrase={say('disconnectHint')} />
    </Dialog>
  );
}
