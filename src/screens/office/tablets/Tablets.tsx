import { useState } from 'react';
import type * as v from 'valibot';
import { listTablets, type TabletSchema } from '#wire/tablets.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { useMayOrganise, useMayWrite } from '../me.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { momentInWords } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked, useEvery } from '../useAsked.ts';
import { useSteady } from '../useSteady.ts';
import { say } from '../words.ts';
import { ConnectDialog } from './ConnectDialog.tsx';
import { HeldDialog } from './HeldDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

export type Tablet = v.InferOutput<typeof TabletSchema>;

/** The tablets of the office: which there are, what they have still to hand in, and how to connect one. */
export function Tablets() {
  const { reply, problem, again } = useAsked(listTablets);
  // What somebody has just done here is shown at once.
  const [turn, setTurn] = useState(0);
  useEvery(again);
  const { rows, waiting, show } = useSteady(String(turn), reply?.tablets, (one) => one.id);
  const [open, setOpen] = useState<'' | 'connect'>('');
  const [revoking, setRevoking] = useState('');
  const [deciding, setDeciding] = useState('');
  const said = useSaid();
  const mayWrite = useMayWrite();
  const find = (id: string): Tablet | undefined => rows.find((one) => one.id === id);
  const [toRevoke, toDecide] = [find(revoking), find(deciding)];
  const close = (): void => {
    setOpen('');
    setRevoking('');
    setDeciding('');
    void again().then(() => setTurn((before) => before + 1));
  };
  const connect = (
    <Button
      phrase={say('connect')}
      mark="plus"
      weight="go"
      big
      className="new-one"
      onPress={() => setOpen('connect')}
    />
  );
  return (
    <OfficeFrame title={say('tablets')} help={[say('helpTablets'), say('helpRevoke')]}>
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('tablets'))}</h1>
          <Trouble problem={problem} again={() => void again()} />
          {waiting && <Button phrase={say('changed')} mark="undo" onPress={show} />}
          {reply && rows.length === 0 && (
            <div className="empty">
              <p>{said(say('noTablets'))}</p>
              <p className="quiet">{said(say('noTabletsHint'))}</p>
              {mayWrite && connect}
            </div>
          )}
          <ul className="stack">
            {rows.map((one) => (
              <TabletRow
                key={one.id}
                tablet={one}
                onRevoke={() => setRevoking(one.id)}
                onDecide={() => setDeciding(one.id)}
              />
            ))}
          </ul>
        </section>
        <aside className="desk-side">
          {mayWrite && rows.length > 0 && connect}
          <section className="card stack">
            <h2>{said(say('tabletsHow'))}</h2>
            <p>{said(say('helpTablets'))}</p>
            <p className="quiet">{said(say('tabletsHint'))}</p>
          </section>
        </aside>
      </div>
      {open === 'connect' && <ConnectDialog onClose={close} />}
      {toRevoke && (
        <RevokeDialog
          tablet={toRevoke}
          onClose={close}
          onDone={() => {
            announce(said(say('revoked', { name: toRevoke.name })));
            close();
          }}
        />
      )}
      {toDecide && <HeldDialog tablet={toDecide} onClose={close} />}
    </OfficeFrame>
  );
}

type RowProps = { tablet: Tablet; onRevoke(): void; onDecide(): void };

function TabletRow({ tablet, onRevoke, onDecide }: RowProps) {
  const said = useSaid();
  const organiser = useMayOrganise();
  const { name, lastSeen, unsent, version, revoked, held } = tablet;
  const seen = lastSeen ? momentInWords(lastSeen) : '';
  return (
    <li className="card stack">
      <div className="row tablet-name">
        <Mark name="tablet" />
        <h2>{name}</h2>
        {revoked && <span className="tag">{said(say('isRevoked'))}</span>}
      </div>
      <p>{said(seen ? say('seen', { when: seen }) : say('neverSeen'))}</p>
      {!revoked && unsent !== null && (
        <p className="handed">
          <Mark name={unsent > 0 ? 'tablet' : 'tick'} />
          {said(unsent > 0 ? say('unsent', { count: unsent }) : say('unsentNone'))}
        </p>
      )}
      {revoked && held > 0 && (
        <div className="notice">
          <Mark name="hidden" />
          <div className="stack">
            <p>{said(say('held', { count: held }))}</p>
            {organiser && <Button phrase={say('heldDecide')} mark="next" onPress={onDecide} />}
          </div>
        </div>
      )}
      {version && <p className="quiet small">{said(say('version', { version }))}</p>}
      {!revoked && organiser && (
        <Button
          phrase={say('revoke')}
          mark="close"
          name={said(say('revokeOf', { name }))}
          onPress={onRevoke}
        />
      )}
    </li>
  );
}
