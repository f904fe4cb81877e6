import { useId } from 'react';
import { Choices } from '#ui/Choices.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import type { EditorProps } from '../kind.ts';
import { EditAnswers } from './EditAnswers.tsx';
import { EditGroups, startGroups } from './EditGroups.tsx';
import type { Setup } from './model.ts';
import { say } from './words.ts';

const hows = () => [
  { id: 'one', phrase: say('howOne') },
  { id: 'several', phrase: say('howSeveral') },
  { id: 'scale', phrase: say('howScale') },
];
const whos = () => [
  { id: 'sealed', phrase: say('whoNobody') },
  { id: 'open', phrase: say('whoOpen') },
];

/** Prepares a poll: the question, its answers, how they are given and who may know them. */
export function Editor({ setup, onChange }: EditorProps<Setup>) {
  const howId = useId();
  const whoId = useId();
  const put = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  const putHow = ([id]: string[]): void => {
    if (id === 'one' || id === 'several' || id === 'scale') put({ how: id });
  };
  return (
    <div className="stack poll-editor">
      <PhraseField
        first
        label={say('question')}
        value={setup.question}
        onChange={(question) => put({ question })}
      />
      {setup.how === 'one' && (setup.groups ?? []).length > 0 && <EditGroups setup={setup} put={put} />}
      <EditAnswers setup={setup} put={put} />
      <section className="asked">
        <h2 id={howId}>
          <Said phrase={say('how')} />
        </h2>
        <Choices labelledBy={howId} answers={hows()} chosen={[setup.how]} onChoose={putHow} />
      </section>
      <section className="asked">
        <h2 id={whoId}>
          <Said phrase={say('who')} />
        </h2>
        <Choices
          labelledBy={whoId}
          answers={whos()}
          chosen={[setup.sealed ? 'sealed' : 'open']}
          onChoose={([id]) => put({ sealed: id !== 'open' })}
        />
        <p>
          <Said phrase={say(setup.sealed ? 'nobodyMeans' : 'openMeans')} />
        </p>
      </section>
      <div className="ticks">
        <Tick label={say('hidden')} on={setup.hidden} onChange={(hidden) => put({ hidden })} />
        {setup.how !== 'scale' && (
          <Tick label={say('rotate')} on={setup.rotate} onChange={(rotate) => put({ rotate })} />
        )}
      </div>
      {setup.how === 'one' && (
        <div className="ticks">
          <Tick
            label={say('groupsFirst')}
            on={(setup.groups ?? []).length > 0}
            onChange={(on) => put({ groups: on ? startGroups() : [] })}
          />
        </div>
      )}
      <div className="minutes">
        <Write
          label={say('minutes')}
          type="number"
          value={String(setup.minutes)}
          onChange={(minutes) =>
            put({ minutes: Math.min(600, Math.max(0, Math.floor(Number(minutes)) || 0)) })
          }
        />
      </div>
    </div>
  );
}
