import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { install, isInstalled, useInstall } from '../install.ts';
import { Steps } from './Steps.tsx';
import { say } from './words.ts';

/** How to put the app on the home screen: by a button where the browser has one, and in words for each device. */
export function InstallCard() {
  const { offer } = useInstall();
  if (isInstalled()) {
    return (
      <section className="card stack">
        <Say phrase={say('install')} level={2} hint={say('installed')} />
      </section>
    );
  }
  return (
    <section className="card stack">
      <Say phrase={say('install')} level={2} hint={say('installWhy')} />
      {offer && (
        <Button phrase={say('installNow')} mark="plus" weight="edge" onPress={() => void install()} />
      )}
      <Steps title={say('ipad')} steps={[say('ipad1'), say('ipad2'), say('ipad3')]} />
      <Steps title={say('android')} steps={[say('android1'), say('android2'), say('android3')]} />
      <Steps title={say('computer')} steps={[say('computer1')]} />
    </section>
  );
}
