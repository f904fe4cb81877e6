import { useState } from 'react';
import { PinSettings } from '#kiosk/PinSettings.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { say } from './words.ts';

/** Before the tablet first goes round without a PIN: what that means, and a PIN for whoever wants one. */
export function PinDialog({ onGo, onClose }: { onGo(): void; onClose(): void }) {
  const [setting, setSetting] = useState(false);
  if (setting) {
    return (
      <Dialog
        title={say('pinSet')}
        open
        onClose={onClose}
        foot={<Button phrase={say('handRound')} mark="pass" weight="go" big onPress={onGo} />}
      >
        <PinSettings />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say('pinNone')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('pinWithout')} mark="pass" big onPress={onGo} />
          <Button phrase={say('pinSet')} mark="lock" weight="go" big onPress={() => setSetting(true)} />
        </>
      }
    >
      <Say phrase={say('pinNoneHint')} />
      <Say phrase={say('pinLater')} />
    </Dialog>
  );
}
