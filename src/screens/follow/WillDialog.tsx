import { useState } from 'react';
import type { Will } from '#workshop/follow-changes.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { say } from './words.ts';

type Props = { will: Will; onKeep(will: Will): Promise<void>; onClose(): void };

/** What will be done, who does it, by when, and whether that is decided. */
export function WillDialog({ will, onKeep, onClose }: Props) {
  const [draft, setDraft] = useState(will);
  const [empty, setEmpty] = useState(false);
  const said = useSaid();
  const put = (change: Partial<Will>): void => setDraft({ ...draft, ...change });
  const keep = (): void => {
    const isEmpty = `${draft.what.plain}${draft.what.easy}`.trim() === '';
    setEmpty(isEmpty);
    if (!isEmpty) void onKeep({ ...draft, who: draft.who.trim() }).then(onClose);
  };
  return (
    <Dialog
      title={say('weWillDo')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leave')} mark="back" big onPress={onClose} />
          <Button phrase={say('keepLine')} mark="tick" weight="go" big onPress={keep} />
        </>
      }
    >
      <h2>{said(say('what'))}</h2>
      <PhraseField first label={say('what')} value={draft.what} onChange={(what) => put({ what })} />
      {empty && (
        <p className="wrong" role="alert">
          {said(say('needsWhat'))}
        </p>
      )}
      <div className="who-when">
        <Write label={say('who')} value={draft.who} onChange={(who) => put({ who })} />
        <Write label={say('by')} type="date" value={draft.by} onChange={(by) => put({ by })} />
      </div>
      <p className="quiet">{said(say('asHint'))}</p>
      <div className="row wrap">
        {(['decision', 'suggestion'] as const).map((as) => (
          <Button
            key={as}
            phrase={say(as)}
            picture
            pressed={draft.as === as}
            onPress={() => put({ as: draft.as === as ? '' : as })}
          />
        ))}
      </div>
    </Dialog>
  );
}
