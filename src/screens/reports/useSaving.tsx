import { useState, type ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Told } from '#ui/Told.tsx';
import { saveFile } from '../save-file.ts';
import { say } from './words.ts';

/** Buttons that make a file once somebody asks for it, and what is told meanwhile. */
export function useSaving(): {
  button(phrase: Phrase, name: string, make: () => Promise<Blob>): ReactNode;
  told: ReactNode;
} {
  const [state, setState] = useState<'' | 'making' | 'not-made'>('');
  const said = useSaid();
  const save = async (name: string, make: () => Promise<Blob>): Promise<void> => {
    setState('making');
    try {
      saveFile(name, await make());
      setState('');
      announce(said(say('fileSaved', { name })));
    } catch (error) {
      console.warn(error);
      setState('not-made');
    }
  };
  return {
    button: (phrase, name, make) => (
      <Button phrase={phrase} mark="out" off={state === 'making'} onPress={() => void save(name, make)} />
    ),
    told: state !== '' && (
      <Told wrong={state !== 'making'} words={said(state === 'making' ? say('making') : say('notMade'))} />
    ),
  };
}
