import { newId } from '#workshop/entry.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import type { EditorProps } from '../kind.ts';
import { ways, type Column, type Setup } from './model.ts';
import { say } from './words.ts';

const MOST_COLUMNS = 4;
const colours = [1, 2, 3, 4] as const;

/** Prepares a board: the question, its columns, how notes may be made, what is hidden, dots. */
export function Editor({ setup, onChange }: EditorProps<Setup>) {
  const put = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  const putColumn = (column: Column): void =>
    put({ columns: setup.columns.map((other) => (other.id === column.id ? column : other)) });
  const free = colours.find((colour) => !setup.columns.some((column) => column.colour === colour)) ?? 1;
  return (
    <div className="stack">
      <PhraseField
        first
        label={say('questionField')}
        value={setup.question}
        onChange={(question) => put({ question })}
      />
      {setup.columns.map((column, index) => (
        <div className="with-remove" key={column.id}>
          <PhraseField
            label={say('columnField', { number: index + 1 })}
            value={column.phrase}
            onChange={(phrase) => putColumn({ ...column, phrase })}
          />
          {setup.columns.length > 1 && (
            <Button
              phrase={say('removeColumn', { number: index + 1 })}
              mark="remove"
              onPress={() => put({ columns: setup.columns.filter((other) => other.id !== column.id) })}
            />
          )}
        </div>
      ))}
      {setup.columns.length < MOST_COLUMNS && (
        <Button
          phrase={say('addColumn')}
          mark="plus"
          onPress={() =>
            put({ columns: [...setup.columns, { id: newId(), phrase: emptyPhrase, colour: free }] })
          }
        />
      )}
      <fieldset className="ticks">
        <legend>
          <Said phrase={say('waysField')} />
        </legend>
        {ways.map((way) => (
          <Tick
            key={way}
            label={say(way)}
            on={setup.ways.includes(way)}
            onChange={(on) => {
              const chosen = ways.filter((other) => (other === way ? on : setup.ways.includes(other)));
              // A board on which nobody can make a note would ask a question without an answer.
              put({ ways: chosen.length > 0 ? chosen : ['text'] });
            }}
          />
        ))}
      </fieldset>
      <Tick label={say('hiddenField')} on={setup.hidden} onChange={(hidden) => put({ hidden })} />
      <Number
        label="notesField"
        value={setup.notesPerTurn}
        least={1}
        most={5}
        onChange={(notesPerTurn) => put({ notesPerTurn })}
      />
      <Number label="dotsField" value={setup.dots} least={0} most={20} onChange={(dots) => put({ dots })} />
      {setup.dots > 0 && (
        <Tick
          label={say('dotsFirst')}
          on={setup.rounds === 'dots'}
          onChange={(on) => put({ rounds: on ? 'dots' : 'notes' })}
        />
      )}
      <Number
        label="minutesField"
        value={setup.minutes}
        least={0}
        most={600}
        onChange={(minutes) => put({ minutes })}
      />
    </div>
  );
}

type NumberProps = {
  label: 'notesField' | 'dotsField' | 'minutesField';
  value: number;
  least: number;
  most: number;
  onChange(value: number): void;
};

function Number({ label, value, least, most, onChange }: NumberProps) {
  const read = (text: string): number =>
    Math.min(most, Math.max(least, Math.floor(globalThis.Number(text)) || 0));
  return (
    <Write label={say(label)} type="number" value={String(value)} onChange={(text) => onChange(read(text))} />
  );
}
