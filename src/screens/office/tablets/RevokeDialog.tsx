import { askHub } from '#sync/office/ask.ts';
import { revokeTablet } from '#wire/tablets.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
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
    <AskDialog
      title={say('revokeAsk', { name: tablet.name })}
      leave={say('revokeNo')}
      onLeave={onClose}
      go={{
        phrase: say('revokeYes'),
        mark: 'close',
        className: 'stop',
        off: working,
        weight: 'quiet',
        onPress: revoke,
      }}
    >
      <Say phrase={say('revokeMeans')} />
      <Say phrase={say('revokeKeeps')} />
      <Say phrase={say('revokeLater')} />
      {problem && <Told words={problem} wrong />}
    </AskDialog>
  );
}
