import { useRef } from 'react';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import type { ScreenProps } from '../kind.ts';
import type { Setup } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { noteWords } from './row.ts';
import type { State } from './state.ts';
import { another, opened, removed, type Draft } from './turn.ts';
import { say } from './words.ts';

/** My notes so far: change one, take one away, or make another. */
export function MyNotes({ setup, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  const said = useSaid();
  const list = useRef<HTMLDivElement>(null);
  const left = setup.notesPerTurn - draft.notes.length;
  const remove = (at: number): void => {
    const note = draft.notes[at];
    onDraft(removed(draft, at));
    if (note) announce(said(say('removeNote', { note: said(noteWords(note)) })));
    // The button that was tapped is gone: focus goes to what can be done next.
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
  };
  return (
    <>
      <Say
        level={1}
        phrase={say(left > 0 ? 'moreTitle' : 'mineTitle')}
        hint={draft.notes.length > 0 ? say('mineHint') : say('noneLeft')}
      />
      <div className="make" ref={list}>
        <ul className="my-notes" data-own>
          {draft.notes.map((note, at) => (
            <li key={at}>
              <div className={`note still note-colour-${colourOf(setup, note.column)}`}>
                <NoteFace note={note} />
              </div>
              <div className="tools">
                <Button
                  phrase={say('change')}
                  name={said(say('changeNote', { note: said(noteWords(note)) }))}
                  mark="change"
                  onPress={() => onDraft(opened(draft, at))}
                />
                <Button
                  phrase={say('remove')}
                  name={said(say('removeNote', { note: said(noteWords(note)) }))}
                  mark="remove"
                  onPress={() => remove(at)}
                />
              </div>
            </li>
          ))}
        </ul>
        {left > 0 && (
          <div>
            <Button
              phrase={say('writeAnother')}
              mark="plus"
              weight="edge"
              big
              className="wide middle"
              onPress={() => onDraft(another(setup, draft))}
            />
            <p className="quiet">{said(say('canMake', { count: left }))}</p>
          </div>
        )}
      </div>
    </>
  );
}

function colourOf(setup: Setup, id: string): number {
  return setup.columns.find((column) => column.id === id)?.colour ?? 1;
}
