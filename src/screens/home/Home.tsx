import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { NewOne } from '../NewOne.tsx';
import { Notices } from '../Notices.tsx';
import { whyOf } from '../why.ts';
import { useWorkshopList } from '../workshops.ts';
import { DeletedDialog } from './DeletedDialog.tsx';
import { BringIn } from './BringIn.tsx';
import { MoreDialog } from './MoreDialog.tsx';
import { deletedOnes, inOrder, type Listed } from './rows.ts';
import { TabletCard } from './TabletCard.tsx';
import { say } from './words.ts';
import { WorkshopRow } from './WorkshopRow.tsx';

/** My workshops: the first screen. */
export function Home() {
  const list = useWorkshopList();
  const [more, setMore] = useState<string>('');
  const [deleting, setDeleting] = useState(false);
  const [told, setTold] = useState<readonly Phrase[]>([]);
  const navigate = useNavigate();
  const said = useSaid();
  const all = list === 'opening' ? [] : list;
  const shown = inOrder(all);
  const deleted = deletedOnes(all);
  const chosen = shown.find((one) => one.id === more);
  const tell = (...rows: Phrase[]): void => {
    setTold(rows);
    announce(rows.map(said).join(' '));
  };
  const follow = (work: Promise<Phrase>): void => void work.catch(sentence).then((row) => tell(row));

  return (
    <Frame
      title={say('title')}
      where={
        <>
          <Logo />
          <strong className="brand">Cuppa</strong>
        </>
      }
      help={[say('helpOpen'), say('helpMore'), say('helpFile')]}
      onStop={() => {
        // Browsers close only some windows, and grumble at the others: what is so is said as well.
        tell(say('stopped'));
        if (window.opener !== null || window.history.length === 1) window.close();
      }}
      notice={<Notices />}
    >
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('title'))}</h1>
          {told.length > 0 && (
            <div className="card told">
              {told.map((row) => (
                <p key={row.plain}>{said(row)}</p>
              ))}
            </div>
          )}
          {list !== 'opening' && <Workshops shown={shown} onMore={setMore} />}
          <div className="row desk-foot">
            <BringIn onTold={(rows) => tell(...rows)} onFailed={(error) => tell(sentence(error))} />
            {deleted.length > 0 && (
              <Button phrase={say('bringBack')} mark="undo" onPress={() => setDeleting(true)} />
            )}
            <Button phrase={say('ready')} mark="tick" onPress={() => void navigate('/ready')} />
            <Button phrase={say('settings')} mark="settings" onPress={() => void navigate('/settings')} />
          </div>
        </section>
        <aside className="desk-side">
          {shown.length > 0 && <NewOne phrase={say('new')} />}
          <TabletCard list={list} />
        </aside>
      </div>
      {chosen && <MoreDialog listed={chosen} onClose={() => setMore('')} onDone={follow} />}
      {deleting && <DeletedDialog deleted={deleted} onClose={() => setDeleting(false)} onDone={follow} />}
    </Frame>
  );
}

function Workshops({ shown, onMore }: { shown: readonly Listed[]; onMore: (id: string) => void }) {
  const said = useSaid();
  if (shown.length > 0) {
    return (
      <ul className="stack workshops">
        {shown.map((one) => (
          <WorkshopRow key={one.id} listed={one} onMore={() => onMore(one.id)} />
        ))}
      </ul>
    );
  }
  return (
    <div className="empty">
      <p>{said(say('noneYet'))}</p>
      <p className="quiet">{said(say('noneHint'))}</p>
      <NewOne phrase={say('new')} />
    </div>
  );
}

function sentence(error: unknown): Phrase {
  return say('failed', { why: whyOf(error, say('tryAgain').plain) });
}
