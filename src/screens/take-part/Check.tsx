import { useState } from 'react';
import type { Attachment } from '#workshop/attachment.ts';
import type { Help } from '#workshop/changes.ts';
import { AttachmentsContext } from '#ui/attachments.ts';
import type { Row } from '#workshop/section.ts';
import { Say } from '#ui/Say.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { WhoHelped } from '../WhoHelped.tsx';
import { say } from './words.ts';

/** `why` is the journal's own sentence, for the leader. */
export type Saving = { state: '' | 'saving' | 'not-saved'; why?: string };

type Props = {
  rows: readonly Row[];
  /** Photos and recordings of this answer: they are not kept yet, so the rows find them here. */
  attachments: readonly Attachment[];
  sealed: boolean;
  help: Help | '';
  onHelp(help: Help | ''): void;
  saving: Saving;
};

/** What was chosen, to look at before it is saved. Who helped is counted apart from the answer, if it is said. */
export function Check({ rows, attachments, sealed, help, onHelp, saving }: Props) {
  const said = useSaid();
  const [own] = useState(() => ({
    read: (name: string) => Promise.resolve(attachments.find((one) => one.name === name)),
  }));
  return (
    <>
      <div className="check-title">
        <Say level={1} phrase={say('checkTitle')} hint={sealed ? say('nobodySees') : say('groupSees')} />
      </div>
      <div className="card stack check-rows" data-own>
        <AttachmentsContext value={own}>
          {rows.map((row, i) => (
            <SayRow key={i} row={row} />
          ))}
        </AttachmentsContext>
      </div>
      <WhoHelped asks={say('whoHelped')} help={help} onHelp={onHelp} />
      {saving.state !== '' && (
        <Told
          wrong={saving.state !== 'saving'}
          words={`${said(saving.state === 'saving' ? say('saving') : say('notSaved'))} ${saving.why ?? ''}`.trim()}
        />
      )}
    </>
  );
}
