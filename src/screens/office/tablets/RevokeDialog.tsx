import { askHub } from '#sync/office/ask.ts';
import { revokeTablet } from '#wire/tablets.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { Told } from '#ui/Told.tsx';
import { useWork } from '../useWork.ts';
import { say } from '../words.ts';
import type { Tablet } from './Tablets.tsx';

type Props = { tablet: Tablet; onClose(): void; onDone(): void };

/** Disconnects a tablet, after saying what that means. */
export function RevokeDialog({ tablet, onClose, onDone }: Props) {
  const { working, problem, work } = useWork();
  const revoke = (): void =>
    work(async () => {
      await askHub(revokeTablet, { params: { tablet: tablet.id } });
      onDone();
    });
  return (
    <Dialog
      title={say('revokeAsk', { name: tablet.name })}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('revokeNo')} mark="back" big onPress={onClose} />
          <Button
            phrase={say('revokeYes')}
            mark="close"
            className="stop"
            big
            off={working}
            onPress={revoke}
          />
        </>
      }
    >
      <Say phrase={say('revokeMeans')} />
      <Say phrase={say('revokeKeeps')} />
      <Say phrase={say('revokeLater')} />
      {problem && <Told words={problem} wrong />}
    </Dialog>
  );
}
