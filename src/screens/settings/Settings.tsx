import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PinSettings } from '#kiosk/PinSettings.tsx';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { HowIWantIt } from '#ui/HowIWantIt.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayUi } from '#ui/words.ts';
import { Version } from '../home/TabletCard.tsx';
import { OfficeCard } from '../hub/OfficeCard.tsx';
import { useHubParts } from '../hub/parts.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { PacksCard } from '../packs/PacksCard.tsx';
import { askToKeep, usePromised } from '../storage.ts';
import { useWorkshopList } from '../workshops.ts';
import { InstallCard } from './InstallCard.tsx';
import { Steps } from './Steps.tsx';
import { VoiceCard } from './VoiceCard.tsx';
import { say } from './words.ts';

/** What is set for this tablet, and how to set the tablet itself. */
export function Settings() {
  const navigate = useNavigate();
  const said = useSaid();
  const home = (): void => void navigate('/');
  return (
    <Frame
      title={say('title')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('helpWays'), say('helpAll')]}
      onStop={home}
      notice={<KeepingNotice />}
      done={<Button phrase={say('home')} mark="back" onPress={home} />}
    >
      <h1>{said(say('title'))}</h1>
      <div className="settings">
        <WaysCard />
        <VoiceCard />
        <PacksCard />
        <ReadyCard />
        <KeepCard />
        <OfficeCard />
        <PinSettings />
        <LockCard />
        <InstallCard />
        <VersionCard />
      </div>
    </Frame>
  );
}

function WaysCard() {
  const [open, setOpen] = useState(false);
  return (
    <section className="card stack">
      <Say phrase={say('ways')} level={2} hint={say('helpWays')} />
      <Button phrase={sayUi('how')} mark="how" weight="edge" onPress={() => setOpen(true)} />
      <HowIWantIt open={open} onClose={() => setOpen(false)} />
    </section>
  );
}

function ReadyCard() {
  const navigate = useNavigate();
  return (
    <section className="card stack">
      <Say phrase={say('ready')} level={2} hint={say('readyHint')} />
      <Button phrase={say('readyCheck')} mark="tick" weight="edge" onPress={() => void navigate('/ready')} />
    </section>
  );
}

function KeepCard() {
  const promised = usePromised();
  const connected = useHubParts(({ Card }) => Card !== undefined);
  return (
    <section className="card stack">
      <Say phrase={say('keep')} level={2} hint={say(`keep-${promised}`)} />
      {promised !== 'kept' && (
        <Button phrase={say('askKeep')} mark="tick" weight="edge" onPress={() => void askToKeep()} />
      )}
      {!connected && <Say phrase={say('onlyHere')} />}
    </section>
  );
}

function LockCard() {
  return (
    <section className="card stack">
      <Say phrase={say('lock')} level={2} hint={say('lockWhy')} />
      <Steps title={say('guided')} steps={[say('guided1'), say('guided2'), say('guided3')]} />
      <Steps title={say('pinning')} steps={[say('pinning1'), say('pinning2')]} />
    </section>
  );
}

function VersionCard() {
  const navigate = useNavigate();
  const said = useSaid();
  const list = useWorkshopList();
  const running =
    list !== 'opening' &&
    list.some(({ replay: { workshop } }) => workshop.status === 'running' && workshop.deletedAt === 0);
  return (
    <section className="card stack">
      <h2>{said(say('version'))}</h2>
      <p>{said(say('versionIs', { version: __APP_VERSION__ }))}</p>
      <Version running={running || list === 'opening'} />
      <Button phrase={say('licences')} mark="file" onPress={() => void navigate('/licences')} />
    </section>
  );
}
