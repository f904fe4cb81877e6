import { useState } from 'react';
import type { Attachment } from '#workshop/attachment.ts';
import { promptsOf, type Prompt } from '#workshop/prompts.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { oneLine } from '#ui/readable.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { canRecord } from '#ui/speech/useRecorder.ts';
import { Voice } from '#ui/Voice.tsx';
import { VoicePlayer } from '#ui/VoicePlayer.tsx';
import type { Opened } from '../activity.ts';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Props = { workshop: string; replay: Replay; opened: Opened };

/** Every wording that people will see, to be spoken by somebody: each is heard in place of the tablet's voice. */
export function RecordWords({ workshop, replay, opened: { activity, kind, setup } }: Props) {
  const [which, setWhich] = useState<'easy' | 'plain'>('easy');
  const [now, setNow] = useState('');
  const [wrong, setWrong] = useState('');
  const said = useSaid();
  const prompts = promptsOf(replay.workshop, activity.id);
  const phrases = kind.phrases(setup).filter((phrase) => phrase[which].trim() !== '');
  const rows = unique(phrases.map((phrase) => asSaid(oneLine(phrase[which]), phrase.symbol)));
  const known = new Set(kind.phrases(setup).flatMap(({ plain, easy }) => [oneLine(plain), oneLine(easy)]));
  const old = prompts.filter(({ words }) => !known.has(words));

  const send = async (work: Promise<void>, tell: Phrase): Promise<void> => {
    setWrong('');
    await work.then(
      () => announce(said(tell)),
      (error: unknown) => setWrong(error instanceof Error ? error.message : String(error)),
    );
  };
  const keep = (words: string, recording: string, seconds: number, attachment: Attachment): void => {
    const change = { type: 'prompt-recorded', activity: activity.id, words, recording, seconds } as const;
    void send(sendToWorkshop(workshop, [change], [], [attachment]), say('recordedNow'));
  };
  const remove = ({ words }: Prompt): void => {
    const change = { type: 'prompt-removed', activity: activity.id, words } as const;
    void send(sendToWorkshop(workshop, [change]), say('removedNow'));
  };

  if (!canRecord()) return <p>{said(say('cannotRecord'))}</p>;
  return (
    <>
      <p>{said(say('recordHow'))}</p>
      <div className="row" role="group" aria-label={said(say('which'))}>
        {(['easy', 'plain'] as const).map((each) => (
          <Button
            key={each}
            phrase={say(`which-${each}`)}
            pressed={which === each}
            onPress={() => setWhich(each)}
          />
        ))}
      </div>
      {wrong && <p className="wrong">{wrong}</p>}
      <ul className="stack to-record">
        {rows.map((row) => {
          const words = row.plain;
          const prompt = prompts.find((one) => one.words === words);
          return (
            <li key={words} className="card stack">
              <Say phrase={row} />
              {now === words ? (
                <Voice
                  recorded={prompt ? { name: prompt.recording, seconds: prompt.seconds } : null}
                  onRecorded={({ name, seconds }, attachment) => keep(words, name, seconds, attachment)}
                  onClear={() => prompt && remove(prompt)}
                />
              ) : (
                <div className="tools">
                  {prompt && <VoicePlayer name={prompt.recording} label={words} />}
                  <Button
                    phrase={say(prompt ? 'changeThis' : 'recordThis')}
                    name={said(say(prompt ? 'changeOf' : 'recordOf', { words }))}
                    mark={prompt ? 'change' : 'record'}
                    onPress={() => setNow(words)}
                  />
                  {prompt && (
                    <Button
                      phrase={say('removeThis')}
                      name={said(say('removeOf', { words }))}
                      mark="remove"
                      onPress={() => remove(prompt)}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
        {old.map((prompt) => (
          <li key={prompt.words} className="card stack">
            <p>{prompt.words}</p>
            <p className="quiet">{said(say('oldWords'))}</p>
            <div className="tools">
              <VoicePlayer name={prompt.recording} label={prompt.words} />
              <Button
                phrase={say('removeThis')}
                name={said(say('removeOf', { words: prompt.words }))}
                mark="remove"
                onPress={() => remove(prompt)}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function unique(rows: readonly Phrase[]): Phrase[] {
  return [...new Map(rows.map((row) => [row.plain, row])).values()];
}
