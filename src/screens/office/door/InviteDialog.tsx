import { useState } from 'react';
import type * as v from 'valibot';
import { askHub } from '#sync/office/ask.ts';
import { invite } from '#wire/door.ts';
import type { OfficeRole } from '#wire/route.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { Write } from '#ui/Write.tsx';
import { say as sayUi } from '#ui/words.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { RoleField } from './RoleField.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** Makes an account for somebody, and the link that is passed on to them. No letter is sent from here. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const [signIn, setSignIn] = useState('');
  const [role, setRole] = useState<OfficeRole>('reader');
  const [link, setLink] = useState<v.InferOutput<typeof invite.reply>>();
  const { working, problem, setProblem, send } = useSend();
  const said = useSaid();
  if (link) {
    return (
      <Dialog title={say('invite')} open onClose={onClose}>
        <OneTimeLink {...link} name={name} />
      </Dialog>
    );
  }
  const make = (): void => {
    if (!name.trim() || signIn.trim().length < 3 || /\s/.test(signIn.trim())) {
      setProblem(say('nameAndSignIn'));
      return;
    }
    send(async () => setLink(await askHub(invite, { body: { name, signIn, role } })));
  };
  return (
    <AskDialog
      title={say('invite')}
      leave={sayUi('close')}
      leaveMark="close"
      onLeave={onClose}
      go={{ phrase: say('makeLink'), mark: 'tick', off: working, onPress: make }}
    >
      <Write label={say('name')} value={name} onChange={setName} max={80} />
      <Write
        label={say('signInName')}
        hint={say('theirNameHint')}
        value={signIn}
        onChange={setSignIn}
        max={120}
      />
      <RoleField role={role} onChange={setRole} />
      {problem && <Told words={said(problem)} wrong />}
    </AskDialog>
  );
}
