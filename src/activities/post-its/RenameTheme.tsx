import { useState } from 'react';
import { headIds } from '#workshop/versions.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import type { SortProps } from './Board.tsx';
import { named } from './HandArea.tsx';
import { themePhrase, type Theme } from './state.ts';
import { say } from './words.ts';

type Props = { theme: Theme; send: SortProps['send']; onClose(): void };

/** Another name for a group. Where two tablets gave it two names, both are offered, and joined to start from. */
export function RenameTheme({ theme, send, onClose }: Props) {
  const [phrase, setPhrase] = useState(() => themePhrase(theme));
  const { heads } = theme.phrase;
  const rename = (to: Phrase): void => {
    void send([{ type: 'theme-renamed', theme: theme.id, phrase: named(to) }], headIds(theme.phrase)).then(
      onClose,
    );
  };
  return (
    <Dialog
      open
      title={say('renameTheme')}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('notNow')} mark="back" big onPress={onClose} />
          <Button
            phrase={say('renameTheme')}
            mark="tick"
            weight="go"
            big
            off={phrase.plain.trim() === ''}
            onPress={() => rename(phrase)}
          />
        </>
      }
    >
      {heads.length > 1 && (
        <>
          <p>
            <Said phrase={say('twoNames')} />
          </p>
          <div className="tools">
            {heads.map((head) => (
              <Button key={head.id} phrase={head.value} picture big onPress={() => rename(head.value)} />
            ))}
          </div>
        </>
      )}
      <PhraseField first label={say('themeField')} value={phrase} onChange={setPhrase} />
    </Dialog>
  );
}
