import { useState } from 'react';
import type * as v from 'valibot';
import { askHub } from '#sync/office/ask.ts';
import { changeAccount, makeLink, signOthersOut, type Account } from '#wire/door.ts';
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
      <Dialog
        title={say('offAsk', { name: account.name })}
        open
        onClose={onClose}
        foot={
          <>
            <Button phrase={say('offNo')} mark="back" big onPress={() => setAsking(false)} />
            <Button
              phrase={say('offYes')}
              mark="hidden"
              className="stop"
              big
              off={working}
              onPress={() => change(true)}
            />
          </>
        }
      >
        <Say phrase={say('offMeans')} />
        {problem && <Told words={said(problem)} wrong />}
      </Dialog>
    );
  }
  if (account.off) {
    return (
      <Dialog
        title={title}
        open
        onClose={onClose}
        foot={
          <>
            <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
            <Button
              phrase={say('switchOn')}
              mark="show"
              weight="go"
              big
              off={working}
              onPress={() => change(false)}
            />
          </>
        }
      >
        <Say phrase={say('isOff')} hint={say('onMeans')} />
        {problem && <Told words={said(problem)} wrong />}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
          <Button
            phrase={say('keepChanges')}
            mark="tick"
            weight="go"
            big
            off={working}
            onPress={() => change(false)}
          />
        </>
      }
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
    </Dialog>
  );
}
