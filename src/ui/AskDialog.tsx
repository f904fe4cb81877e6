import type { ComponentProps, ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { MarkName } from './Mark.tsx';

type Props = {
  title: Phrase;
  /** The way out, which changes nothing. */
  leave: Phrase;
  leaveMark?: MarkName;
  onLeave: () => void;
  /** The one thing that this sheet is for. */
  go: Omit<ComponentProps<typeof Button>, 'big'>;
  children: ReactNode;
};

/** A sheet that asks for one thing: two buttons at its foot, and Escape is the way out. */
export function AskDialog({ title, leave, leaveMark = 'back', onLeave, go, children }: Props) {
  return (
    <Dialog
      title={title}
      open
      onClose={onLeave}
      foot={
        <>
          <Button phrase={leave} mark={leaveMark} big onPress={onLeave} />
          <Button weight="go" {...go} big />
        </>
      }
    >
      {children}
    </Dialog>
  );
}
