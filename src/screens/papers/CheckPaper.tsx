import { useMemo, useState } from 'react';
import type { Attachment } from '#workshop/attachment.ts';
import type { Help } from '#workshop/changes.ts';
import type { Row } from '#workshop/section.ts';
import { AttachmentsContext } from '#ui/attachments.ts';
import { canKeepPhotos, Photo } from '#ui/Photo.tsx';
import { Say } from '#ui/Say.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { Tick } from '#ui/Tick.tsx';
import { WhoHelped } from '../WhoHelped.tsx';
import { say } from './words.ts';

/** `why` is the journal's own sentence. */
export type Saving = { state: '' | 'saving' | 'not-saved'; why?: string };

type Props = {
  rows: readonly Row[];
  attachments: readonly Attachment[];
  sealed: boolean;
  help: Help | '';
  onHelp(help: Help | ''): void;
  photo: Attachment | undefined;
  onPhoto(photo: Attachment | undefined): void;
  saving: Saving;
};

/** What was typed, beside the paper, before it is saved; and a photo of the paper, if somebody wants to keep one. */
export function CheckPaper(props: Props) {
  const { rows, attachments, sealed, help, onHelp, photo, onPhoto, saving } = props;
  const said = useSaid();
  // The photo of an anonymous paper is kept only by whoever says so first.
  const [all, setAll] = useState(!sealed);
  const own = useMemo(() => {
    const here = photo ? [...attachments, photo] : attachments;
    return { read: (name: string) => Promise.resolve(here.find((one) => one.name === name)) };
  }, [attachments, photo]);
  return (
    <AttachmentsContext value={own}>
      <div className="check-title">
        <Say level={1} phrase={say('checkPaper')} />
      </div>
      <div className="card stack check-rows">
        {rows.map((row, place) => (
          <SayRow key={place} row={row} />
        ))}
      </div>
      <WhoHelped asks={say('whoHelped')} help={help} onHelp={onHelp} />
      {canKeepPhotos() && (
        <section className="card stack" aria-label={said(say('photoTitle'))}>
          <Say level={2} phrase={say('photoTitle')} hint={say('photoHint')} />
          {sealed && (
            <Tick
              label={say('photoSealed')}
              on={all}
              onChange={(on) => {
                setAll(on);
                if (!on) onPhoto(undefined);
              }}
            />
          )}
          {all && <Photo photo={photo?.name ?? ''} onPhoto={onPhoto} onClear={() => onPhoto(undefined)} />}
        </section>
      )}
      {saving.state !== '' && (
        <Told
          wrong={saving.state !== 'saving'}
          words={`${said(saving.state === 'saving' ? say('savingPaper') : say('notSavedPaper'))} ${saving.why ?? ''}`.trim()}
        />
      )}
    </AttachmentsContext>
  );
}
