import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Said, Say } from '#ui/Say.tsx';
import { Write } from '#ui/Write.tsx';
import type { LeadProps } from '../kind.ts';
import { allRules, type Change, type Rule, type Setup, type State } from './model.ts';
import { Reword } from './Reword.tsx';
import { RuleCard } from './RuleCard.tsx';
import { everyoneAgrees } from './tally.ts';
import { say } from './words.ts';

const groups = [
  { standing: 'open', title: say('toDecide') },
  { standing: 'adopted', title: say('adoptedTitle') },
  { standing: 'dropped', title: say('droppedTitle') },
] as const;

/** The leader, with the group: what people think of each rule, adopt, leave out, word it, look back at it. */
export function Lead({ setup, state, send }: LeadProps<Setup, State, Change>) {
  const [wording, setWording] = useState<Rule | null>(null);
  const [heard, setHeard] = useState('');
  const all = allRules(setup, state);
  const clear = all.filter(everyoneAgrees);
  const anyAdopted = all.some((rule) => rule.standing === 'adopted');
  return (
    <div className="stack rules-lead">
      {clear.length > 0 && (
        <Button
          phrase={say('adoptAgreed', { count: clear.length })}
          mark="tick"
          weight="edge"
          onPress={() => void send(clear.map(({ id }) => ({ type: 'rule-adopted', rule: id })))}
        />
      )}
      {groups.map(({ standing, title }) => {
        const rules = all.filter((rule) => rule.standing === standing);
        if (rules.length === 0) return null;
        return (
          <section className="stack" key={standing}>
            <h2>
              <Said phrase={title} />
            </h2>
            {rules.map((rule) => (
              <RuleCard key={rule.id} rule={rule} send={send} onReword={() => setWording(rule)} />
            ))}
          </section>
        );
      })}
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (heard.trim() === '') return;
          void send([{ type: 'rule-proposed', text: heard.trim() }]).then(() => setHeard(''));
        }}
      >
        <Write label={say('writeTitle')} value={heard} onChange={setHeard} max={400} />
        <Button
          phrase={say('writeIt')}
          mark="plus"
          off={heard.trim() === ''}
          onPress={() => void send([{ type: 'rule-proposed', text: heard.trim() }]).then(() => setHeard(''))}
        />
      </form>
      {(anyAdopted || state.lookingBack) && (
        <section className="card stack">
          <Say phrase={state.lookingBack ? say('keptOpen') : say('openKeptAbout')} />
          {state.lookingBack ? (
            <Button
              phrase={say('stopKept')}
              mark="back"
              onPress={() => void send([{ type: 'kept-stopped' }])}
            />
          ) : (
            <Button
              phrase={say('openKept')}
              mark="rules"
              weight="edge"
              onPress={() => void send([{ type: 'kept-asked' }])}
            />
          )}
        </section>
      )}
      {wording && <Reword rule={wording} send={send} onClose={() => setWording(null)} />}
    </div>
  );
}
