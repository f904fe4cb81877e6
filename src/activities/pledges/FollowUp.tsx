import { useId, useState } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Said } from '#ui/Say.tsx';
import { Write } from '#ui/Write.tsx';
import type { LeadProps } from '../kind.ts';
import { outcomes, type Change, type Outcome, type Pledge, type Setup, type State } from './model.ts';
import { outcomeWords } from './report.ts';
import { say } from './words.ts';

type Props = {
  pledge: Pledge;
  phrase: Phrase;
  send: LeadProps<Setup, State, Change>['send'];
  onClose(): void;
};

/** What happened to a pledge: done, changed or not yet, and a few words if the person likes. */
export function FollowUpDialog({ pledge, phrase, send, onClose }: Props) {
  const id = useId();
  const [how, setHow] = useState<Outcome | ''>('');
  const [words, setWords] = useState('');
  const keep = (): void => {
    if (how !== '') void send([{ type: 'followed-up', pledge: pledge.id, how, words }]).then(onClose);
  };
  return (
    <Dialog
      open
      title={say('followUp')}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leaveFollowUp')} mark="back" big onPress={onClose} />
          <Button phrase={say('keepFollowUp')} mark="tick" weight="go" big off={how === ''} onPress={keep} />
        </>
      }
    >
      <p id={id}>
        <Said phrase={phrase} />
      </p>
      <div className="three-answers">
        <Choices
          labelledBy={id}
          answers={outcomes.map((outcome) => ({ id: outcome, phrase: outcomeWords[outcome] }))}
          chosen={how === '' ? [] : [how]}
          onChoose={([first]) => setHow(outcomes.find((outcome) => outcome === first) ?? '')}
        />
      </div>
      <Write label={say('followUpWords')} long max={1000} value={words} onChange={setWords} />
    </Dialog>
  );
}
