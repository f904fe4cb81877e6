import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Notices } from '../Notices.tsx';
import { useWorkshopList } from '../workshops.ts';
import { DeletedDialog } from './DeletedDialog.tsx';
import { bringIn } from './files.ts';
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
  const [told, setTold] = useState<Phrase | null>(null);
  const navigate = useNavigate();
  const said = useSaid();
  const all = list === 'opening' ? [] : list;
  const shown = inOrder(all);
  const deleted = deletedOnes(all);
  const chosen = shown.find((one) => one.id === more);
  const tell = (phrase: Phrase): void => {
    setTold(phrase);
    announce(said(phrase));
  };
  const follow = (work: Promise<Phrase>): void => void work.catch(sentence).then(tell);

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
          {told && <p className="card told">{said(told)}</p>}
          {list !== 'opening' && <Workshops shown={shown} onMore={setMore} />}
          <div className="row desk-foot">
            <BringIn onFile={(file) => follow(bringIn(file))} />
            {deleted.length > 0 && (
              <Button phrase={say('bringBack')} mark="undo" onPress={() => setDeleting(true)} />
            )}
            <Button phrase={say('ready')} mark="tick" onPress={() => void navigate('/ready')} />
            <Button phrase={say('settings')} mark="settings" onPress={() => void navigate('/settings')} />
          </div>
        </section>
        <aside className="desk-side">
          {shown.length > 0 && <NewOne />}
          <TabletCard list={all} />
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
      <NewOne />
    </div>
  );
}

function NewOne() {
  const navigate = useNavigate();
  return (
    <Button
      phrase={say('new')}
      mark="plus"
      weight="go"
      big
      className="new-one"
      onPress={() => void navigate('/new')}
    />
  );
}

function BringIn({ onFile }: { onFile: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button phrase={say('bringIn')} mark="file" onPress={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Choosing the same file again must be heard too.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

/** The journal's and the files' refusals are plain sentences already. */
function sentence(error: unknown): Phrase {
  return error instanceof Error && error.constructor === Error
    ? say('failed', { why: error.message })
    : say('failed', { why: say('tryAgain').plain });
}
