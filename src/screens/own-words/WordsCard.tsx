import { useState } from 'react';
import type { Change } from '#workshop/changes.ts';
import { isSameWord, type Explained, type OwnWord } from '#workshop/own-words.ts';
import type { Replay } from '#workshop/replay.ts';
import { glossaryWords } from '#words/glossary/glossary.ts';
import { Button } from '#ui/Button.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { OwnWordsDialog } from './OwnWordsDialog.tsx';
import { ExplainDialog } from './ExplainDialog.tsx';
import { say } from './words.ts';

type Props = {
  id: string;
  replay: Replay;
  /** Keeps a change and how to take it back. */
  onChange(change: Change, back: Change): Promise<void>;
};

/** The words of this workshop: the group's own, and the hard words that it explains itself. */
export function WordsCard({ id, replay, onChange }: Props) {
  const said = useSaid();
  const [open, setOpen] = useState<'own' | Explained | 'new' | null>(null);
  const { ownWords, explained } = replay.workshop;
  const close = (): void => setOpen(null);
  const choose = ({ word, instead }: OwnWord): Promise<void> => {
    const before = ownWords.find((one) => isSameWord(one.word, word))?.instead ?? '';
    return onChange(
      { type: 'own-word-chosen', word, instead },
      { type: 'own-word-chosen', word, instead: before },
    );
  };
  const back = (word: string): Change => {
    const before = explained.find((one) => isSameWord(one.word, word));
    return before ? { type: 'word-explained', ...before } : { type: 'word-taken-out', word };
  };
  const explain = (next: Explained): void =>
    void onChange({ type: 'word-explained', ...next }, back(next.word)).then(() => {
      announce(said(say('kept', { word: next.word })));
      close();
    });
  return (
    <section className="card stack">
      <h2>{said(say('title'))}</h2>
      <ul className="facts">
        {ownWords.map(({ word, instead }) => (
          <li key={word}>
            <Picture symbol={say('row').symbol} />
            <span>{said(say('row', { word, instead }))}</span>
          </li>
        ))}
      </ul>
      <Button phrase={say('title')} mark="change" onPress={() => setOpen('own')} />
      <h3>{said(say('explained'))}</h3>
      <p className="quiet small">{said(say('explainedHint', { count: glossaryWords.length }))}</p>
      <ul className="stack">
        {explained.map((one) => (
          <li key={one.word} className="explained">
            <p>
              <b>{one.word}</b>: {said(one.meaning)}
            </p>
            <div className="row wrap">
              <Button
                phrase={say('change')}
                name={said(say('changeOf', { word: one.word }))}
                mark="change"
                onPress={() => setOpen(one)}
              />
              <Button
                phrase={say('takeOut')}
                name={said(say('takeOutOf', { word: one.word }))}
                mark="remove"
                onPress={() =>
                  void onChange({ type: 'word-taken-out', word: one.word }, back(one.word)).then(() =>
                    announce(said(say('takenOut', { word: one.word }))),
                  )
                }
              />
            </div>
          </li>
        ))}
      </ul>
      <Button phrase={say('explain')} mark="plus" onPress={() => setOpen('new')} />
      {open === 'own' && <OwnWordsDialog id={id} replay={replay} onChoose={choose} onClose={close} />}
      {open && open !== 'own' && (
        <ExplainDialog start={open === 'new' ? null : open} onKeep={explain} onClose={close} />
      )}
    </section>
  );
}
