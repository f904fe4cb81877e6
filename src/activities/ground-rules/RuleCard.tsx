import { Button } from '#ui/Button.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import type { LeadProps } from '../kind.ts';
import type { Change, Rule, Setup, State } from './model.ts';
import { RuleSay } from './RuleSay.tsx';
import { keptInWords, tallyInWords } from './tally.ts';
import { say } from './words.ts';

type Props = { rule: Rule; send: LeadProps<Setup, State, Change>['send']; onReword(): void };

/** One rule before the leader: its words, what people think of it, and what can be done with it. */
export function RuleCard({ rule, send, onReword }: Props) {
  const said = useSaid();
  const [first] = rule.wordings;
  const name = first ? said(first) : '';
  const kept = keptInWords(rule.kept);
  return (
    <div className="card rule-card">
      <RuleSay rule={rule} quiet={tallyInWords(rule.tally)} />
      {kept && (
        <p className="quiet">
          <Said phrase={kept} />
        </p>
      )}
      {rule.wordings.length > 1 && (
        <p className="wrong">
          <Said phrase={say('twoWordings')} />
        </p>
      )}
      <div className="row rule-buttons">
        {rule.wordings.length > 1 &&
          rule.wordings.map((phrase) => (
            <Button
              key={phrase.plain}
              phrase={say('useWording', { rule: said(phrase) })}
              mark="tick"
              onPress={() => void send([{ type: 'rule-worded', rule: rule.id, phrase }], rule.from)}
            />
          ))}
        {rule.standing !== 'adopted' && (
          <Button
            phrase={say('adopt')}
            name={said(say('adoptRule', { rule: name }))}
            mark="tick"
            weight="edge"
            onPress={() => void send([{ type: 'rule-adopted', rule: rule.id }])}
          />
        )}
        <Button
          phrase={say('reword')}
          name={said(say('rewordRule', { rule: name }))}
          mark="change"
          onPress={onReword}
        />
        {rule.standing !== 'dropped' && (
          <Button
            phrase={say('drop')}
            name={said(say('dropRule', { rule: name }))}
            mark="close"
            onPress={() => void send([{ type: 'rule-dropped', rule: rule.id }])}
          />
        )}
      </div>
    </div>
  );
}
