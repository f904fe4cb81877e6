import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { askHub } from '#sync/office/ask.ts';
import { spendLink } from '#wire/door.ts';
import { useSaid } from '#ui/said.ts';
import { setMe } from '../me.ts';
import { CouncilButton } from './CouncilButton.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { LinkOver } from './LinkOver.tsx';
import { useDoor } from './useDoor.ts';
import { useLink } from './useLink.ts';
import { NewPassword } from './NewPassword.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** Somebody whom an organiser has given a link: they choose a password, or come by the council's sign-in. */
export function Invited() {
  const secret = useLocation().hash.slice(1);
  const link = useLink(secret);
  const door = useDoor();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const { working, problem, setProblem, send } = useSend();
  const said = useSaid();
  if (link === 'over') return <LinkOver />;

  const { name = '', signIn = '', purpose = 'invited' } = link ?? {};
  const title = purpose === 'reset' ? say('newPasswordTitle') : say('invited');
  const join = (): void => {
    if (!password) {
      setProblem(say('weak-password'));
      return;
    }
    send(async () => {
      const { me } = await askHub(spendLink, { body: { secret, password } });
      setMe(me);
      await navigate('/', { replace: true });
    });
  };
  return (
    <DoorFrame title={title} help={[say('helpInvited')]}>
      <h1>{said(title)}</h1>
      {name && <p>{said(say('hello', { name }))}</p>}
      <CouncilButton name={door?.council} secret={secret} />
      <Form send={say('keepPassword')} mark="tick" working={working} problem={problem} onSend={join}>
        {signIn && (
          <Field label={say('signInName')} hint={say('signInFixed')} value={signIn} fills="username" />
        )}
        <NewPassword value={password} onChange={setPassword} />
      </Form>
    </DoorFrame>
  );
}
