import { useEffect, useMemo, useState } from 'react';
import { bytesOf, readAttachment } from '#journal/attachments.ts';
import { oneLine } from '#ui/readable.ts';
import type { FindSound } from '#ui/speech/sounds.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Prompt } from '#workshop/prompts.ts';

const none: FindSound = () => undefined;

/**
 * The recordings of an activity, ready to be played within a tap. `phrases` tell which plain and Easy Read words
 * say the same: on a tablet without a voice the one stands in for the other.
 */
export function useSounds(prompts: readonly Prompt[], phrases: readonly Phrase[]): FindSound {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>();
  const names = prompts.map(({ recording }) => recording).join(' ');
  useEffect(() => {
    if (!names) return;
    let gone = false;
    const made = new Map<string, string>();
    const load = async (): Promise<void> => {
      for (const name of names.split(' ')) {
        // What cannot be read is spoken by the tablet instead.
        const found = await readAttachment(name).catch(() => undefined);
        if (gone) return;
        if (found) made.set(name, URL.createObjectURL(new Blob([bytesOf(found)], { type: found.type })));
      }
      setUrls(made);
    };
    void load();
    return () => {
      gone = true;
      for (const url of made.values()) URL.revokeObjectURL(url);
    };
  }, [names]);

  return useMemo(() => {
    if (!urls) return none;
    const own = new Map(prompts.map(({ words, recording }) => [oneLine(words), urls.get(recording)]));
    const other = new Map(
      phrases.flatMap(
        ({ plain, easy }) =>
          [
            [oneLine(plain), own.get(oneLine(easy))],
            [oneLine(easy), own.get(oneLine(plain))],
          ] as const,
      ),
    );
    return (text, voice) => own.get(text) ?? (voice ? undefined : other.get(text));
  }, [urls, prompts, phrases]);
}
