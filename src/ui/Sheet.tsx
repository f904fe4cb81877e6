import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWays, waysNow } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';
import { useReading } from './useReading.ts';
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
export function Sheet(props: SheetProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.open}
      onOpenChange={(is) => !is && props.onClose()}
      isDismissable
    >
      <Modal className="sheet">
        <AriaDialog className="sheet-inside">
          <Inside {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The sheet while it is open: it can be read like any screen, and is read by itself to whoever chose that. */
function Inside({ title, onClose, children, foot }: SheetProps) {
  const said = useSaid();
  const all = useRef<HTMLDivElement>(null);
  const { state, why, read, readNew, stop } = useReading(all);
  const byItself = useWays(waysNow).readAloud;
  const speaking = state === 'speaking';
  useEffect(() => {
    // What was read beneath it is read no further.
    stop();
    if (byItself) readNew();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  return (
    <div ref={all} className="sheet-all">
      <div className="sheet-title">
        <Picture symbol={title.symbol} />
        <Heading slot="title">{said(title)}</Heading>
        <Button
          phrase={speaking ? say('stopReading') : say('read')}
          mark={speaking ? 'pause' : 'read'}
          className="sheet-read"
          onPress={speaking ? stop : read}
          reads
        />
      </div>
      <div className="stack sheet-body">
        {why && <p className="card no-voice">{said(why)}</p>}
        {children}
      </div>
      <div className="sheet-foot">
        {foot ?? <Button phrase={say('close')} mark="close" big onPress={onClose} />}
      </div>
    </div>
  );
}
