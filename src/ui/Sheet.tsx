import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';
import { say } from './words.ts';

export type SheetProps = {
  title: Phrase;
  open: boolean;
  onClose(): void;
  children: ReactNode;
  /** Buttons at the foot; Close stands there when there are none. */
  foot?: ReactNode;
};

/** A sheet over the screen. Focus goes in, stays in and comes back; Escape closes it. */
export function Sheet({ title, open, onClose, children, foot }: SheetProps) {
  const said = useSaid();
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(is) => !is && onClose()} isDismissable>
      <Modal className="sheet">
        <AriaDialog className="sheet-inside">
          <div className="sheet-title">
            <Picture symbol={title.symbol} />
            <Heading slot="title">{said(title)}</Heading>
          </div>
          <div className="stack sheet-body">{children}</div>
          <div className="sheet-foot">
            {foot ?? <Button phrase={say('close')} mark="close" big onPress={onClose} />}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
