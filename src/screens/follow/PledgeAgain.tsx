import { useState } from 'react';
import { pledgeOutcomes, type PledgeOutcome } from '#workshop/follow-changes.ts';
import type { CarriedOver, Follow } from '#workshop/follow.ts';
import { asSaid } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Saved } from '#ui/Saved.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { Say } from '#ui/Say.tsx';
import { Write } from '#ui/Write.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { pictured, rowOf } from './told.ts';
import { say } from './words.ts';

type Props = { id: string; follow: Follow; pledge: CarriedOver };

/** A pledge that its maker wants to look at again. None of the answers is a failure, and nobody has to give one. */
export function PledgeAgain({ id, follow, pledge }: Props) {
  const [how, setHow] = useState<PledgeOutcome | ''>('');
  const [words, setWords] = useState('');
  const [kept, setKept] = useState(false);
  const before = follow.lookedAt[pledge.id] ?? [];
  const keep = async (): Promise<void> => {
    if (how === '') return;
    await sendToWorkshop(id, [{ type: 'pledge-looked-at', carried: pledge.id, how, words: words.trim() }]);
    setHow('');
    setWords('');
    setKept(true);
  };
  return (
    <>
      <Say
        phrase={pledge.who ? say('pledgeBy', { who: pledge.who }) : say('pledgeOf')}
        level={1}
        hint={say('pledgeHint')}
      />
      <section className="card stack">
        <SayRow row={{ ...rowOf(pledge), phrase: pictured(pledge.words, 'pledge') }} />
        {before.map((one) => (
          <SayRow
            key={one.id}
            row={{ phrase: say(`pledge-${one.how}`), ...(one.words ? { quiet: asSaid(one.words) } : {}) }}
          />
        ))}
      </section>
      <div className="thirds tall">
        {pledgeOutcomes.map((one) => (
          <Button
            key={one}
            phrase={say(`pledge-${one}`)}
            picture
            big
            pressed={how === one}
            onPress={() => {
              setHow(one);
              setKept(false);
            }}
          />
        ))}
      </div>
      {how !== '' && (
        <section className="card stack">
          <Write label={say('pledgeWords')} long value={words} max={1000} onChange={setWords} />
          <div className="row">
            <Button phrase={say('keepLine')} mark="tick" weight="go" big onPress={() => void keep()} />
          </div>
        </section>
      )}
      {kept && <Saved phrase={say('kept')} />}
    </>
  );
}
