import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { About } from '#workshop/changes.ts';
import type { Source } from '#workshop/follow-changes.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { seriesOf } from '#workshop/series.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { titleOf } from '../home/rows.ts';
import { naming } from '../joined.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { AboutFields } from '../prepare/AboutFields.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { makeNext, offeredBy } from './next.ts';
import { PickNotes } from './PickNotes.tsx';
import { allSaid } from './sayings.ts';
import { say } from './words.ts';

/** The next session of a series: its name and day, and what goes on to it. */
export function NextSession() {
  return <WithWorkshop asWritten>{(id, replay) => <Next id={id} replay={replay} />}</WithWorkshop>;
}

const brings = ['plan', 'rules', 'themes', 'promises', 'pledges'] as const;

function Next({ id, replay }: { id: string; replay: Replay }) {
  const navigate = useNavigate();
  const said = useSaid();
  const member = seriesOf(replay.workshop);
  const offered = offeredBy(id, replay);
  const counts = {
    plan: offered.parts,
    rules: offered.rules,
    themes: offered.themes.length,
    promises: offered.promises.length,
    pledges: offered.pledges.length,
  };
  const [about, setAbout] = useState<About>(() => ({ ...aboutOf(replay.workshop), date: '' }));
  const [series, setSeries] = useState(() => said(titleOf(replay)));
  const [chosen, setChosen] = useState<readonly string[]>(brings);
  const [notes, setNotes] = useState<Source[]>([]);
  const [picking, setPicking] = useState(false);
  const [state, setState] = useState<'' | 'unnamed' | 'making'>('');
  const back = (): void => void navigate('/');
  const make = async (): Promise<void> => {
    if (!member && series.trim() === '') return setState('unnamed');
    setState('making');
    const [plan, rules, themes, promises, pledges] = brings.map(
      (one) => chosen.includes(one) && counts[one] > 0,
    );
    const wanted = {
      plan: plan === true,
      rules: rules === true,
      themes: themes === true,
      promises: promises === true,
      pledges: pledges === true,
      notes,
    };
    await navigate(`/workshop/${await makeNext({ id, replay, wanted, about, series })}/prepare`);
  };
  const answers = brings.flatMap((one): { id: string; phrase: Phrase }[] =>
    counts[one] === 0
      ? []
      : one === 'themes'
        ? [{ id: one, phrase: say('themesOf', { what: offered.themes.join(', ') }) }]
        : [{ id: one, phrase: say(`bring-${one}`, { count: counts[one] }) }],
  );
  return (
    <Frame
      title={say('makeNext')}
      where={<strong>{said(naming((what) => say('after', { what }), titleOf(replay)))}</strong>}
      help={[say('nextHelp'), say('seriesHint')]}
      onStop={back}
      notice={<KeepingNotice />}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={back} />
          <Button
            phrase={say('make')}
            mark="tick"
            weight="go"
            className="push"
            off={state === 'making'}
            onPress={() => void make()}
          />
        </>
      }
    >
      <Say
        phrase={say('makeNext')}
        level={1}
        hint={naming((what) => say('after', { what }), titleOf(replay))}
      />
      <section className="card stack naming">
        <AboutFields about={about} onChange={setAbout} />
        {!member && (
          <Write
            label={say('seriesName')}
            hint={say('seriesHint')}
            wrong={state === 'unnamed' ? say('needsSeries') : undefined}
            value={series}
            onChange={(name) => {
              setSeries(name);
              setState('');
            }}
          />
        )}
      </section>
      <section className="card stack brings">
        <h2 id="brings">{said(say('brings'))}</h2>
        {answers.length > 0 && (
          <Choices several labelledBy="brings" answers={answers} chosen={chosen} onChoose={setChosen} />
        )}
        <p>{said(say('notesHint'))}</p>
        <div className="row wrap">
          <Button phrase={say('addSources')} mark="plus" weight="edge" onPress={() => setPicking(true)} />
          {notes.length > 0 && <strong>{said(say('chosen', { count: notes.length }))}</strong>}
        </div>
      </section>
      {picking && (
        <PickNotes
          groups={allSaid(replay)}
          chosen={notes}
          parts={false}
          onClose={() => setPicking(false)}
          onDone={(picked) => {
            setNotes(picked);
            setPicking(false);
          }}
        />
      )}
    </Frame>
  );
}
