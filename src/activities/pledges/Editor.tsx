import { newId } from '#workshop/entry.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import type { EditorProps } from '../kind.ts';
import type { Setup } from './model.ts';
import { say } from './words.ts';

/** Prepares pledges: the question, ideas to start from, hidden or not, minutes. */
export function Editor({ setup, onChange }: EditorProps<Setup>) {
  const put = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  return (
    <div className="stack">
      <PhraseField
        first
        label={say('questionField')}
        value={setup.question}
        onChange={(question) => put({ question })}
      />
      <h2>
        <Said phrase={say('ideasTitle')} />
      </h2>
      <p className="quiet">
        <Said phrase={say('ideasHint')} />
      </p>
      {setup.ideas.map(({ id, phrase }, index) => (
        <div className="with-remove" key={id}>
          <PhraseField
            label={say('ideaField', { number: index + 1 })}
            value={phrase}
            onChange={(next) =>
              put({ ideas: setup.ideas.map((idea) => (idea.id === id ? { id, phrase: next } : idea)) })
            }
          />
          <Button
            phrase={say('removeIdea', { number: index + 1 })}
            mark="remove"
            onPress={() => put({ ideas: setup.ideas.filter((idea) => idea.id !== id) })}
          />
        </div>
      ))}
      <Button
        phrase={say('addIdea')}
        mark="plus"
        off={setup.ideas.length >= 24}
        onPress={() => put({ ideas: [...setup.ideas, { id: newId(), phrase: emptyPhrase }] })}
      />
      <Tick label={say('hiddenField')} on={setup.hidden} onChange={(hidden) => put({ hidden })} />
      <Write
        label={say('minutesField')}
        type="number"
        value={String(setup.minutes)}
        onChange={(minutes) => put({ minutes: Math.min(600, Math.max(0, Math.floor(Number(minutes)) || 0)) })}
      />
    </div>
  );
}
