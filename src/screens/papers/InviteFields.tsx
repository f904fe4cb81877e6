import { useState } from 'react';
import type { Invite } from '#workshop/changes.ts';
import { Button } from '#ui/Button.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { say } from './words.ts';

export const emptyInvite: Invite = { times: '', gettingThere: '', answerTo: '', answerBy: '' };

type Props = { invite: Invite; onKeep(invite: Invite): Promise<void> };

/** What an invitation says besides what the workshop says of itself. */
export function InviteFields({ invite, onKeep }: Props) {
  const [draft, setDraft] = useState(invite);
  const [kept, setKept] = useState(false);
  const said = useSaid();
  const put = (change: Partial<Invite>): void => {
    setDraft({ ...draft, ...change });
    setKept(false);
  };
  return (
    <details className="sheets">
      <summary>{said(say('inviteFields'))}</summary>
      <div className="stack">
        <p className="quiet">{said(say('inviteFieldsHint'))}</p>
        <Write label={say('times')} value={draft.times} onChange={(times) => put({ times })} />
        <Write
          label={say('gettingThere')}
          value={draft.gettingThere}
          onChange={(gettingThere) => put({ gettingThere })}
        />
        <Write label={say('answerTo')} value={draft.answerTo} onChange={(answerTo) => put({ answerTo })} />
        <Write
          label={say('answerBy')}
          type="date"
          value={draft.answerBy}
          onChange={(answerBy) => put({ answerBy })}
        />
        <div className="row">
          <Button
            phrase={say('keepInvite')}
            mark="tick"
            weight="edge"
            onPress={() => void onKeep(draft).then(() => setKept(true))}
          />
          {kept && <Saved phrase={say('kept')} />}
        </div>
      </div>
    </details>
  );
}
