import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { askHub } from '#sync/office/ask.ts';
import { makeFirst } from '#wire/door.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { setMe } from '../me.ts';
import { DoorFrame } from './DoorFrame.tsx';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { LinkOver } from './LinkOver.tsx';
import { useLink } from './useLink.ts';
import { NewPassword } from './NewPassword.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** The first account of an office, made by whoever started the hub and has its link. */
export function First() {
  const secret = useLocation().hash.slice(1);
  const link = useLink(secret);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [signIn, setSignIn] = useState('');
  const [password, setPassword] = useState('');
  const { working, problem, setProblem, send } = useSend();
  const said = useSaid();
  if (link === 'over') return <LinkOver first />;

  const make = (): void => {
    if (!name.trim() || signIn.trim().length < 3 || !password) {
      setProblem(say('allFields'));
      return;
    }
    send(async () => {
      const { me } = await askHub(makeFirst, { body: { secret, name, signIn, password } });
      setMe(me);
      // The link is used up: it does not stay in the list of pages.
      await navigate('/', { replace: true });
    });
  };
  return (
    <DoorFrame
      title={say('first')}
      help={[say('helpFirst')]}
      side={
        <section className="card stack">
          <Say phrase={say('youOrganise')} level={2} hint={say('organiserMay')} />
        </section>
      }
    >
      <h1>{said(say('first'))}</h1>
      <Form send={say('makeAccount')} mark="tick" working={working} problem={problem} onSend={make}>
        <Field
          label={say('name')}
          hint={say('nameHint')}
          value={name}
          onChange={setName}
          fills="name"
          max={80}
        />
        <Field
          label={say('signInName')}
          hint={say('signInNameHint')}
          value={signIn}
          onChange={setSignIn}
          fills="username"
        />
        <NewPassword value={password} onChange={setPassword} />
      </Form>
    </DoorFrame>
  );
}
