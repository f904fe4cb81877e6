import { useState } from 'react';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import type { LeadProps } from '../kind.ts';
import type { Change, Rule, Setup, State } from './model.ts';
import { say } from './words.ts';

type Props = { rule: Rule; send: LeadProps<Setup, State, Change>['send']; onClose(): void };

/**
 * The leader words a rule with the group. It builds on the versions that stood there when the sheet was
 * opened, so that a wording made meanwhile on another tablet is kept beside it and not written over.
 */
export function Reword({ rule, send, onClose }: Props) {
  const [phrase, setPhrase] = useState(rule.wordings[0] ?? emptyPhrase);
  const keep = (): void => {
    void send([{ type: 'rule-worded', rule: rule.id, phrase }], rule.from).then(onClose);
  };
  return (
    <Dialog
      open
      title={say('rewordTitle')}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leaveWords')} mark="back" big onPress={onClose} />
          <Button
            phrase={say('keepWords')}
            mark="tick"
            weight="go"
            big
            off={(phrase.plain || phrase.easy).trim() === ''}
            onPress={keep}
          />
        </>
      }
    >
      <PhraseField first label={say('rewordField')} value={phrase} onChange={setPhrase} />
    </Dialog>
  );
}
