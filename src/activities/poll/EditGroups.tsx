import { newId } from '#workshop/entry.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { groupOf, MOST_GROUPS, type PollAnswer, type PollGroup, type Setup } from './model.ts';
import { say } from './words.ts';

type Props = { setup: Setup; put(change: Partial<Setup>): void };

const newGroup = (): PollGroup => ({ id: newId(), phrase: emptyPhrase });

/** Two groups to begin with: fewer would not have to be asked for. */
export const startGroups = (): PollGroup[] => [newGroup(), newGroup()];

/** The groups that are asked for before the answers in them. */
export function EditGroups({ setup, put }: Props) {
  const said = useSaid();
  const { groups = [] } = setup;
  return (
    <section className="answers" aria-label={said(say('groups'))}>
      <h2>
        <Said phrase={say('groups')} />
      </h2>
      <ol className="answer-rows">
        {groups.map((group, index) => (
          <li className="answer-row" key={group.id}>
            <span className="number" aria-hidden="true">
              {index + 1}
            </span>
            <PhraseField
              label={say('group', { number: index + 1 })}
              value={group.phrase}
              onChange={(phrase) =>
                put({ groups: groups.map((other) => (other.id === group.id ? { ...other, phrase } : other)) })
              }
            />
          </li>
        ))}
      </ol>
      <div className="row">
        {groups.length < MOST_GROUPS && (
          <Button
            phrase={say('addGroup')}
            mark="plus"
            onPress={() => put({ groups: [...groups, newGroup()] })}
          />
        )}
        {groups.length > 2 && (
          <Button
            phrase={say('removeGroup')}
            mark="remove"
            onPress={() => put({ groups: groups.slice(0, -1) })}
          />
        )}
      </div>
    </section>
  );
}

/** Which group one answer is in. */
export function InGroup({ setup, answer, put }: Props & { answer: PollAnswer }) {
  const said = useSaid();
  const { groups = [] } = setup;
  const now = groupOf(setup, answer);
  const move = (group: string): void =>
    put({ answers: setup.answers.map((other) => (other.id === answer.id ? { ...other, group } : other)) });
  return (
    <fieldset className="answer-tools in-group">
      <legend className="seen-by-readers">
        {said(say('inWhich'))}: {said(answer.phrase)}
      </legend>
      {groups.map(({ id, phrase }, index) => (
        <Button
          key={id}
          phrase={said(phrase) === '' ? say('group', { number: index + 1 }) : phrase}
          pressed={id === now}
          onPress={() => move(id)}
        />
      ))}
    </fieldset>
  );
}
