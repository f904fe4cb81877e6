import { useState } from 'react';
import { useNavigate } from 'react-router';
import { askHub } from '#sync/office/ask.ts';
import { removeWorkshop } from '#wire/keeping.ts';
import type { Listed } from '#wire/office.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { naming } from '../../joined.ts';
import { titleOf } from '../said-of.ts';
import { useWork } from '../useWork.ts';
import { say as sayKeeping } from '../keeping/words.ts';
import { say } from '../words.ts';

/** Removes a workshop everywhere, before its keeping date, after saying what that means. */
export function ForgetCard({ id, listed }: { id: string; listed: Listed }) {
  const [asking, setAsking] = useState(false);
  const { working, problem, work } = useWork();
  const navigate = useNavigate();
  const said = useSaid();
  const title = titleOf(listed);
  const close = (): void => setAsking(false);
  const remove = (): void =>
    work(async () => {
      await askHub(removeWorkshop, { params: { workshop: id } });
      announce(said(naming((what) => say('forgotten', { what }), title)));
      await navigate('/');
    });
  return (
    <section className="card stack">
      <h2>{said(say('forget'))}</h2>
      <p>{said(say('forgetHint'))}</p>
      <Button
        phrase={sayKeeping('forgetTitle')}
        mark="change"
        onPress={() => void navigate(`/workshop/${id}/forget`)}
      />
      <Button phrase={say('forgetNow')} mark="remove" onPress={() => setAsking(true)} />
      {asking && (
        <AskDialog
          title={naming((what) => say('forgetAsk', { what }), title)}
          leave={say('forgetNo')}
          onLeave={close}
          go={{
            phrase: say('forgetYes'),
            mark: 'remove',
            className: 'stop',
            off: working,
            weight: 'quiet',
            onPress: remove,
          }}
        >
          <Say phrase={say('forgetMeans')} />
          <Say phrase={say('forgetTablets')} />
          <Say phrase={say('forgetNever')} />
          {problem && <Told words={problem} wrong />}
        </AskDialog>
      )}
    </section>
  );
}
