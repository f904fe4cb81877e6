import { useState } from 'react';
import type * as v from 'valibot';
import { askHub } from '#sync/office/ask.ts';
import { changeAccount, makeLink, signOthersOut, type Account } from '#wire/door.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Told } from '#ui/Told.tsx';
import { Write } from '#ui/Write.tsx';
import { say as sayUi } from '#ui/words.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { RoleField } from './RoleField.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

type Props = { account: Account; onClose(): void };

/** One account: what they are called and may do, a new link, signing them out, and switching them off or on. */
export function AccountDialog({ account, onClose }: Props) {
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState(account.role);
  const [link, setLink] = useState<v.InferOutput<typeof makeLink.reply>>();
  const [asking, setAsking] = useState(false);
  const { working, problem, send } = useSend();
  const said = useSaid();
  const params = { account: account.id };
  const title = say('accountOf', { name: account.name });
  const change = (off: boolean): void =>
    send(async () => {
      await askHub(changeAccount, { params, body: { name: name.trim() || account.name, role, off } });
      announce(said(say('changed', { name: account.name })));
      onClose();
    });

  if (link) {
    return (
      <Dialog title={title} open onClose={onClose}>
        <OneTimeLink {...link} name={account.name} />
      </Dialog>
    );
  }
  if (asking) {
    return (
      <AskDialog
        title={say('offAsk', { name: account.name })}
        leave={say('offNo')}
        onLeave={() => setAsking(false)}
        go={{
          phrase: say('offYes'),
          mark: 'hidden',
          className: 'stop',
          off: working,
          weight: 'quiet',
          onPress: () => change(true),
        }}
      >
        <Say phrase={say('offMeans')} />
        {problem && <Told words={said(problem)} wrong />}
      </AskDialog>
    );
  }
  if (account.off) {
    return (
      <AskDialog
        title={title}
        leave={sayUi('close')}
        leaveMark="close"
        onLeave={onClose}
        go={{ phrase: say('switchOn'), mark: 'show', off: working, onPress: () => change(false) }}
      >
        <Say phrase={say('isOff')} hint={say('onMeans')} />
        {problem && <Told words={said(problem)} wrong />}
      </AskDialog>
    );
  }
  return (
    <AskDialog
      title={title}
      leave={sayUi('close')}
      leaveMark="close"
      onLeave={onClose}
      go={{ phrase: say('keepChanges'), mark: 'tick', off: working, onPress: () => change(false) }}
    >
      <p className="quiet">{said(say('signsInWith', { signIn: account.signIn }))}</p>
      <Write label={say('name')} value={name} onChange={setName} max={80} />
      <RoleField role={role} onChange={setRole} />
      {problem && <Told words={said(problem)} wrong />}
      <div className="stack parted">
        <Button
          phrase={say('newLink')}
          mark="file"
          off={working}
          onPress={() => send(async () => setLink(await askHub(makeLink, { params })))}
        />
        <p className="quiet small">{said(say('newLinkHint'))}</p>
        <Button
          phrase={say('signThemOut')}
          mark="lock"
          off={working}
          onPress={() =>
            send(async () => {
              await askHub(signOthersOut, { params });
              announce(said(say('signedThemOut', { name: account.name })));
              onClose();
            })
          }
        />
        <Button phrase={say('switchOff')} mark="hidden" off={working} onPress={() => setAsking(true)} />
      </div>
    </AskDialog>
  );
}
