import { newId } from '#workshop/entry.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import type { EditorProps } from '../kind.ts';
import type { Setup } from './model.ts';
import { say } from './words.ts';

/** Prepares a card: heading, rows, minutes. */
export function Editor({ setup, onChange }: EditorProps<Setup>) {
  const put = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  return (
    <div className="stack">
      <PhraseField
        first
        label={say('headingField')}
        value={setup.heading}
        onChange={(heading) => put({ heading })}
      />
      {setup.rows.map((row, index) => (
        <div className="with-remove" key={row.id}>
          <PhraseField
            label={say('rowField', { number: index + 1 })}
            value={row.phrase}
            onChange={(phrase) =>
              put({ rows: setup.rows.map((other) => (other.id === row.id ? { ...row, phrase } : other)) })
            }
          />
          <Button
            phrase={say('removeRow', { number: index + 1 })}
            mark="remove"
            onPress={() => put({ rows: setup.rows.filter((other) => other.id !== row.id) })}
          />
        </div>
      ))}
      <Button
        phrase={say('addRow')}
        mark="plus"
        onPress={() => put({ rows: [...setup.rows, { id: newId(), phrase: emptyPhrase }] })}
      />
      <Write
        label={say('minutesField')}
        type="number"
        value={String(setup.minutes)}
        onChange={(minutes) => put({ minutes: Math.min(600, Math.max(0, Math.floor(Number(minutes)) || 0)) })}
      />
      <Tick label={say('printField')} on={setup.print} onChange={(print) => put({ print })} />
    </div>
  );
}
