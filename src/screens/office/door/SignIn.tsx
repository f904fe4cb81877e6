import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { askHub } from '#sync/office/ask.ts';
import { signInRoute } from '#wire/door.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { setMe, useMe } from '../me.ts';
import { CouncilButton } from './CouncilButton.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { useDoor } from './useDoor.ts';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** Where people of the office come in. Afterwards they are where they wanted to go. */
export function SignIn() {
  const me = useMe((state) => state.me);
  const door = useDoor();
  const place = useLocation();
  const { hash } = place;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { working, problem, setProblem, send } = useSend();
  const said = useSaid();
  if (me) return <Navigate to={wanted(place.state)} replace />;

  const come = (): void => {
    if (!name.trim() || !password) {
      setProblem(say('bothFields'));
      return;
    }
    send(async () => {
      const done = await askHub(signInRoute, { body: { signIn: name, password } });
      setMe(done.me);
    });
  };
  return (
    <DoorFrame
      title={say('signIn')}
      help={[say('helpSignIn')]}
      side={
        <section className="card stack">
          <Say phrase={say('forgot')} level={2} hint={say('forgotHint')} />
          <p>{said(say('noAccount'))}</p>
        </section>
      }
    >
      <h1>{said(say('signIn'))}</h1>
      {hash === '#no-account' && <p className="card wrong">{said(say('councilNobody'))}</p>}
      {hash === '#council' && <p className="card wrong">{said(say('councilFailed'))}</p>}
      {hash === '#link-over' && <p className="card wrong">{said(say('link-over'))}</p>}
      {door?.empty && <Say phrase={say('empty')} hint={say('emptyHint')} />}
      <CouncilButton name={door?.council} />
      <Form send={say('signIn')} mark="next" working={working} problem={problem} onSend={come}>
        <Field
          label={say('signInName')}
          hint={say('signInNameHint')}
          value={name}
          onChange={setName}
          fills="username"
        />
        <Field
          label={say('password')}
          value={password}
          onChange={setPassword}
          fills="current-password"
          secret
          max={200}
        />
      </Form>
    </DoorFrame>
  );
}

/** Only an address of this office: the state of a history entry is not believed to be one. */
function wanted(state: unknown): string {
  const to = typeof state === 'object' && state !== null && 'to' in state ? state.to : '/';
  return typeof to === 'string' && /^\/(?!\/)/.test(to) ? to : '/';
}
