import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Frame } from '#ui/Frame.tsx';
import { OfficeSign } from '../OfficeSign.tsx';
import { say } from './words.ts';

type Props = { title: Phrase; help: readonly Phrase[]; children: ReactNode; side?: ReactNode };

/** A screen before anybody is signed in: one form, and beside it what to do when it does not work. */
export function DoorFrame({ title, help, children, side }: Props) {
  return (
    <Frame
      title={title}
      where={<OfficeSign />}
      help={[...help, say('helpStop')]}
      // The app of this computer, without the office: another page.
      onStop={() => window.location.assign('/')}
    >
      <div className="desk">
        <section className="stack desk-main">{children}</section>
        {side && <aside className="desk-side">{side}</aside>}
      </div>
    </Frame>
  );
}
