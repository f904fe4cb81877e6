import { Fragment } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Said, Say } from '#ui/Say.tsx';
import { Sentence } from '#ui/SymbolSentence.tsx';
import type { Rule } from './model.ts';
import { say } from './words.ts';

type Props = { rule: Pick<Rule, 'wordings' | 'symbols'>; quiet?: Phrase | undefined };

/** A rule: its picture and words. Two wordings both stand there; a rule made of pictures shows them all. */
export function RuleSay({ rule, quiet }: Props) {
  return (
    <div className="rule-say">
      {rule.symbols.length > 1 ? (
        <p className="rule-pictures">
          <Sentence symbols={rule.symbols} />
        </p>
      ) : (
        rule.wordings.map((phrase, index) => (
          <Fragment key={`${phrase.plain}${index}`}>
            {index > 0 && (
              <p className="quiet">
                <Said phrase={say('or')} />
              </p>
            )}
            <Say phrase={phrase} />
          </Fragment>
        ))
      )}
      {quiet && (
        <p className="quiet">
          <Said phrase={quiet} />
        </p>
      )}
    </div>
  );
}
