import { useRef, useState } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import type { Asked } from '../copy/bring-in.ts';
import { Part } from '../Part.tsx';
import { say } from './words.ts';

const door = () => import('../copy/door.ts');
const load = async () => (await door()).BringInDialog;

type Props = { onTold(rows: Phrase[]): void; onFailed(error: unknown): void };

/** Brings in a file. What reads it comes only then. */
export function BringIn({ onTold, onFailed }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  const read = async (file: File): Promise<void> => {
    try {
      const found = await (await door()).readIn(file);
      if (found.as === 'told') onTold(found.rows);
      else setAsked(found);
    } catch (error) {
      onFailed(error);
    }
  };
  return (
    <>
      <Button phrase={say('bringIn')} mark="file" onPress={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,.txt,application/json,text/plain"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Choosing the same file again must be heard too.
          target.value = '';
          if (file) void read(file);
        }}
      />
      {asked && (
        <Part
          load={load}
          props={{
            asked,
            onClose: close,
            onTold: (rows) => {
              close();
              onTold(rows);
            },
            onFailed: (error) => {
              close();
              onFailed(error);
            },
          }}
        />
      )}
    </>
  );
}
