import { useState } from 'react';
import { useNavigate } from 'react-router';
import { makeWorkshop } from '#journal/make.ts';
import type { About } from '#workshop/changes.ts';
import { today } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { joined } from '../joined.ts';
import { GoOn } from '../follow/GoOn.tsx';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { AboutFields } from '../prepare/AboutFields.tsx';
import { askToKeep } from '../storage.ts';
import { templates, type Template } from './templates.ts';
import { say } from './words.ts';

/** A new workshop in two steps: what to start from, then its name and day. */
export function NewWorkshop() {
  const [chosen, setChosen] = useState<Template | null>(null);
  return chosen ? (
    <Naming template={chosen} onBack={() => setChosen(null)} />
  ) : (
    <Choosing onChoose={setChosen} />
  );
}

const where = (
  <>
    <Logo />
    <strong className="brand">Cuppa</strong>
  </>
);
const help = [say('helpTemplate'), say('helpBlank')];

function Choosing({ onChoose }: { onChoose: (template: Template) => void }) {
  const navigate = useNavigate();
  const home = (): void => void navigate('/');
  return (
    <Frame
      title={say('title')}
      where={where}
      help={help}
      onStop={home}
      notice={<KeepingNotice />}
      done={<Button phrase={say('cancel')} mark="back" onPress={home} />}
    >
      <Say phrase={say('choose')} level={1} hint={say('chooseHint')} />
      <ul className="templates">
        {templates.map((template) => (
          <Choice key={template.name} template={template} onPress={() => onChoose(template)} />
        ))}
      </ul>
      <GoOn />
    </Frame>
  );
}

function Choice({ template: { name, plan }, onPress }: { template: Template; onPress: () => void }) {
  const said = useSaid();
  const count = plan.activities.length;
  const about = say(`${name}-about`);
  return (
    <li>
      <button type="button" className="workshop template" onClick={onPress}>
        <Picture symbol={say(name).symbol} />
        <span>
          <strong>{said(say(name))}</strong>
          <span className="quiet">{said(count > 0 ? joined(about, say('parts', { count })) : about)}</span>
        </span>
      </button>
    </li>
  );
}

function Naming({ template, onBack }: { template: Template; onBack: () => void }) {
  const navigate = useNavigate();
  const said = useSaid();
  const [about, setAbout] = useState<About>(() => ({ ...template.plan.about, date: today() }));
  const [making, setMaking] = useState(false);
  const make = async (): Promise<void> => {
    setMaking(true);
    // This tap is the first that makes something worth keeping, and browsers only ask on a tap.
    void askToKeep();
    const id = await makeWorkshop({ ...template.plan, about }, template.name);
    await navigate(`/workshop/${id}/prepare`);
  };
  return (
    <Frame
      title={say('who')}
      where={where}
      help={help}
      onStop={() => void navigate('/')}
      notice={<KeepingNotice />}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={onBack} />
          <Button
            phrase={say('make')}
            mark="tick"
            weight="go"
            className="push"
            off={making}
            onPress={() => void make()}
          />
        </>
      }
    >
      <h1>{said(say('whoTitle'))}</h1>
      <p className="quiet">{said(say('whoHint'))}</p>
      <section className="card naming">
        <AboutFields about={about} onChange={setAbout} />
      </section>
    </Frame>
  );
}
