import { useState } from 'react';
import type { Change } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { today } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { checkedLine } from './checked.ts';
import { say } from './words.ts';

type Props = { replay: Replay; onChange(change: Change, back: Change): Promise<void> };

/** Have people with a learning disability checked these words? Who, and when. */
export function CheckedCard({ replay, onChange }: Props) {
  const said = useSaid();
  const { checked } = replay.workshop;
  const [draft, setDraft] = useState<{ by: string; on: string } | null>(null);
  const close = (): void => setDraft(null);
  const keep = (by: string, on: string): void => {
    const back: Change = { type: 'checked', by: checked?.by ?? '', on: checked?.on ?? '' };
    void onChange({ type: 'checked', by: by.trim(), on }, back).then(close);
  };
  return (
    <section className="card stack">
      <h2>{said(say('checkedTitle'))}</h2>
      <p>{said(checkedLine(checked))}</p>
      <p className="quiet small">{said(say('checkedWhy'))}</p>
      <Button
        phrase={say('checkedChange')}
        mark="change"
        onPress={() => setDraft({ by: checked?.by ?? '', on: checked?.on || today() })}
      />
      <Dialog
        title={say('checkedTitle')}
        open={draft !== null}
        onClose={close}
        foot={
          <>
            {checked && <Button phrase={say('checkedNot')} mark="remove" big onPress={() => keep('', '')} />}
            <Button phrase={say('leave')} mark="back" big onPress={close} />
            <Button
              phrase={say('checkedKeep')}
              mark="tick"
              weight="go"
              big
              off={!draft?.by.trim() || !draft.on}
              onPress={() => draft && keep(draft.by, draft.on)}
            />
          </>
        }
      >
        {draft && (
          <>
            <Write
              label={say('checkedWho')}
              hint={say('checkedWhoHint')}
              value={draft.by}
              max={200}
              onChange={(by) => setDraft({ ...draft, by })}
            />
            <Write
              label={say('checkedWhen')}
              type="date"
              value={draft.on}
              onChange={(on) => setDraft({ ...draft, on })}
            />
          </>
        )}
      </Dialog>
    </section>
  );
}
