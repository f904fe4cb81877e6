import { Fragment, useState } from 'react';
import { useNavigate } from 'react-router';
import { listAccounts, type Account } from '#wire/door.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { momentInWords } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked } from '../useAsked.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { say } from './words.ts';

/** Everybody who can come in, for organisers. */
export function Accounts() {
  const { reply, problem, again } = useAsked(listAccounts);
  const [open, setOpen] = useState('');
  const navigate = useNavigate();
  const said = useSaid();
  const rows = reply?.accounts ?? [];
  const chosen = rows.find(({ id }) => id === open);
  const close = (): void => {
    setOpen('');
    void again();
  };
  return (
    <OfficeFrame title={say('accounts')} help={[say('helpAccounts'), say('helpInvite')]}>
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('accounts'))}</h1>
          <Trouble problem={problem} again={() => void again()} />
          <ul className="stack">
            {rows.map((one) => (
              <AccountRow key={one.id} account={one} onOpen={() => setOpen(one.id)} />
            ))}
          </ul>
        </section>
        <aside className="desk-side">
          <Button
            phrase={say('invite')}
            mark="plus"
            weight="go"
            big
            className="new-one"
            onPress={() => setOpen('invite')}
          />
          <section className="card stack">
            <h2>{said(say('roles'))}</h2>
            {(['organiser', 'facilitator', 'reader'] as const).map((role) => (
              <Say key={role} phrase={say(role)} level={3} hint={say(`${role}May`)} />
            ))}
          </section>
          <section className="card stack">
            <Say phrase={say('audit')} level={2} hint={say('auditHint')} />
            <Button phrase={say('openAudit')} mark="file" onPress={() => void navigate('/audit')} />
          </section>
        </aside>
      </div>
      {open === 'invite' && <InviteDialog onClose={close} />}
      {chosen && <AccountDialog account={chosen} onClose={close} />}
    </OfficeFrame>
  );
}

function AccountRow({ account, onOpen }: { account: Account; onOpen(): void }) {
  const said = useSaid();
  const { name, signIn, role, off, password, council, lastIn } = account;
  const when = lastIn ? momentInWords(lastIn) : '';
  const waiting = !password && !council;
  return (
    <li>
      <button type="button" className="workshop" onClick={onOpen}>
        <span>
          <strong>{name}</strong>
          <span className="quiet">
            {/* An address may go on after its signs, and nowhere else. */}
            {signIn.split(/(?<=[@.])/).map((part, at) => (
              <Fragment key={at}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </span>
          <span className="quiet">{said(say(role))}</span>
          {off && <span className="todo">{said(say('isOff'))}</span>}
          {!off && waiting && <span className="todo">{said(say('isWaiting'))}</span>}
          {when && <span className="quiet small">{said(say('lastIn', { when }))}</span>}
        </span>
        <Mark name="next" />
      </button>
    </li>
  );
}
