import { useState } from 'react';
import { askHub } from '#sync/office/ask.ts';
import { changePassword, signOut, type Me } from '#wire/door.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { setMe, useMe } from '../me.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { NewPassword } from './NewPassword.tsx';
import { useSend } from './useSend.ts';
import { say } from './words.ts';

/** The own account: who I am here, another password, and the way out. */
export function MyAccount() {
  const me = useMe((state) => state.me);
  const said = useSaid();
  if (!me) return null;
  return (
    <OfficeFrame title={say('mine')} help={[say('helpMine')]}>
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('mine'))}</h1>
          <section className="card stack">
            <h2>{me.name}</h2>
            <p>{said(say('signsInWith', { signIn: me.signIn }))}</p>
            <Say phrase={say(me.role)} level={3} hint={say(`${me.role}May`)} />
          </section>
          {me.password && <ChangePassword me={me} />}
        </section>
        <aside className="desk-side">
          <SignOutCard />
        </aside>
      </div>
    </OfficeFrame>
  );
}

function ChangePassword({ me }: { me: Me }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { working, problem, setProblem, send } = useSend();
  const said = useSaid();
  const change = (): void => {
    setDone(false);
    if (!current || !password) {
      setProblem(say('bothPasswords'));
      return;
    }
    send(async () => {
      const answer = await askHub(changePassword, { body: { current, password } });
      setMe(answer.me);
      setCurrent('');
      setPassword('');
      setDone(true);
    });
  };
  return (
    <>
      <Form send={say('changePassword')} mark="change" working={working} problem={problem} onSend={change}>
        <h2>{said(say('changePassword'))}</h2>
        {/* So that a password manager knows whose password it is. */}
        <input type="text" autoComplete="username" value={me.signIn} readOnly hidden />
        <Field
          label={say('oldPassword')}
          value={current}
          onChange={setCurrent}
          fills="current-password"
          secret
          max={200}
        />
        <NewPassword value={password} onChange={setPassword} />
      </Form>
      {done && <Told words={said(say('passwordChanged'))} />}
    </>
  );
}

function SignOutCard() {
  const { working, problem, send } = useSend();
  const said = useSaid();
  const leave = (everywhere: boolean): void =>
    send(async () => {
      await askHub(signOut, { body: { everywhere } });
      // A new page: what was read from the hub stays in the memory of this one.
      window.location.assign('/office/sign-in');
    });
  return (
    <section className="card stack">
      <Say phrase={say('signOut')} level={2} hint={say('signOutHint')} />
      <Button phrase={say('signOut')} mark="lock" weight="edge" off={working} onPress={() => leave(false)} />
      <Button phrase={say('signOutEverywhere')} mark="lock" off={working} onPress={() => leave(true)} />
      <p className="quiet small">{said(say('everywhereHint'))}</p>
      {problem && <Told words={said(problem)} wrong />}
    </section>
  );
}
