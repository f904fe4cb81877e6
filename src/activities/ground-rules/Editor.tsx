import { newId } from '#workshop/entry.ts';
import { emptyPhrase, type Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import type { EditorProps } from '../kind.ts';
import type { Setup } from './model.ts';
import { starters } from './starters.ts';
import { say } from './words.ts';

/** Prepares ground rules: the question, rules to start from (or none), one more from each person, minutes. */
export function Editor({ setup, onChange }: EditorProps<Setup>) {
  const put = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  const word = (id: string, phrase: Phrase): void =>
    put({ starter: setup.starter.map((rule) => (rule.id === id ? { id, phrase } : rule)) });
  return (
    <div className="stack">
      <PhraseField
        first
        label={say('questionField')}
        value={setup.question}
        onChange={(question) => put({ question })}
      />
      <h2>
        <Said phrase={say('startersTitle')} />
      </h2>
      {setup.starter.length > 0 ? (
        <p className="quiet">
          <Said phrase={say('startersHint')} />
        </p>
      ) : (
        <div className="empty">
          <p>
            <Said phrase={say('noStarters')} />
          </p>
          <Button phrase={say('fillStarters')} mark="rules" onPress={() => put({ starter: starters() })} />
        </div>
      )}
      {setup.starter.map(({ id, phrase }, index) => (
        <div className="with-remove" key={id}>
          <PhraseField
            label={say('starterField', { number: index + 1 })}
            value={phrase}
            onChange={(next) => word(id, next)}
          />
          <Button
            phrase={say('removeStarter', { number: index + 1 })}
            mark="remove"
            onPress={() => put({ starter: setup.starter.filter((rule) => rule.id !== id) })}
          />
        </div>
      ))}
      <div className="row rule-buttons">
        <Button
          phrase={say('addStarter')}
          mark="plus"
          off={setup.starter.length >= 24}
          onPress={() => put({ starter: [...setup.starter, { id: newId(), phrase: emptyPhrase }] })}
        />
        {setup.starter.length > 0 && (
          <Button phrase={say('emptyStarters')} mark="close" onPress={() => put({ starter: [] })} />
        )}
      </div>
      <Tick
        label={say('proposalsField')}
        on={setup.allowProposals}
        onChange={(allowProposals) => put({ allowProposals })}
      />
      <Write
        label={say('minutesField')}
        type="number"
        value={String(setup.minutes)}
        onChange={(minutes) => put({ minutes: Math.min(600, Math.max(0, Math.floor(Number(minutes)) || 0)) })}
      />
    </div>
  );
}
