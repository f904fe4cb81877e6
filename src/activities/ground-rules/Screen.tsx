import { useId } from 'react';
import { isSymbolName, symbolLabel } from '#words/symbols.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Choices, type Answer } from '#ui/Choices.tsx';
import { Say } from '#ui/Say.tsx';
import { Sentence, SymbolSentence } from '#ui/SymbolSentence.tsx';
import { Write } from '#ui/Write.tsx';
import type { ScreenProps } from '../kind.ts';
import { keptViews, views, type Setup, type State } from './model.ts';
import { stepOf, togethers, type AskedRule, type Draft } from './draft.ts';
import { agreeWords, keptWords, moreWords, mores, togetherWords } from './turn.ts';
import { say } from './words.ts';

type Props = Pick<ScreenProps<Setup, State, Draft>, 'draft' | 'onDraft'>;

/** A few rules at a time, and then one more if the person wants: one question a screen. */
export function Screen({ setup, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  const id = useId();
  const step = stepOf(setup, draft);
  const own = { draft, onDraft };
  switch (step.ask) {
    case 'together':
      return <FewRules key={step.place} place={step.place} rules={step.rules} {...own} />;
    case 'rule':
      return <OneRule key={step.rule.id} rule={step.rule} {...own} />;
    case 'more':
      return (
        <>
          <Say phrase={say('moreQuestion')} level={1} id={id} />
          <Answers
            labelledBy={id}
            answers={mores.map((more) => ({ id: more, phrase: moreWords[more] }))}
            chosen={draft.more}
            onChoose={(chosen) => onDraft({ ...draft, more: mores.find((more) => more === chosen) ?? '' })}
          />
        </>
      );
    case 'words':
      return (
        <>
          <Say phrase={say('wordsQuestion')} level={1} />
          <div className="question-answers">
            <Write
              long
              label={say('wordsField')}
              hint={say('wordsHint')}
              value={draft.text}
              max={400}
              onChange={(text) => onDraft({ ...draft, text })}
            />
          </div>
        </>
      );
    case 'symbols':
      return (
        <>
          <Say phrase={say('symbolsQuestion')} level={1} />
          <div className="question-answers">
            <SymbolSentence
              symbols={draft.symbols}
              most={12}
              onChange={(symbols) =>
                onDraft({ ...draft, symbols, symbolText: symbols.map(wordOf).join(', ') })
              }
            />
          </div>
        </>
      );
    case 'nothing':
      return <Say phrase={say('nothing')} level={1} />;
  }
}

/** The word of a symbol; one that this tablet does not have keeps its name. */
function wordOf(symbol: string): string {
  return isSymbolName(symbol) ? symbolLabel(symbol) : symbol.replaceAll('-', ' ');
}

/** Three or four rules to look at, and one answer to them all. */
function FewRules({ place, rules, draft, onDraft }: Props & { place: string; rules: AskedRule[] }) {
  const id = useId();
  const words = togetherWords[draft.asks];
  return (
    <>
      <div className="few-rules">
        <Say
          phrase={draft.asks === 'kept' ? say('rulesKeptQuestion') : say('rulesQuestion')}
          level={1}
          id={id}
          hint={say('rulesHint')}
        />
        <ul className="looked-at">
          {rules.map((rule) => (
            <li key={rule.id}>
              <Say phrase={rule.phrase} />
            </li>
          ))}
        </ul>
      </div>
      <Answers
        labelledBy={id}
        answers={togethers.map((each) => ({ id: each, phrase: words[each] }))}
        chosen={draft.together[place] ?? ''}
        onChoose={(chosen) => {
          const said = togethers.find((each) => each === chosen);
          if (said) onDraft({ ...draft, together: { ...draft.together, [place]: said } });
        }}
      />
    </>
  );
}

/** The rule is the heading; what is asked of it stands beneath. */
function OneRule({ rule, draft, onDraft }: Props & { rule: AskedRule }) {
  const id = useId();
  const kept = draft.asks === 'kept';
  const answers: Answer[] = kept
    ? keptViews.map((view) => ({ id: view, phrase: keptWords[view] }))
    : views.map((view) => ({ id: view, phrase: agreeWords[view] }));
  const given = kept ? draft.kept[rule.id] : draft.agreed[rule.id];
  const choose = (chosen: string): void => {
    const view = views.find((each) => each === chosen);
    const keptView = keptViews.find((each) => each === chosen);
    if (kept && keptView) onDraft({ ...draft, kept: { ...draft.kept, [rule.id]: keptView } });
    if (!kept && view) onDraft({ ...draft, agreed: { ...draft.agreed, [rule.id]: view } });
  };
  const asked: Phrase = kept ? say('keptQuestion') : say('ruleQuestion');
  return (
    <>
      <Say phrase={rule.phrase} level={1} id={id} hint={asked}>
        {rule.symbols.length > 1 && (
          <p className="rule-pictures">
            <Sentence symbols={rule.symbols} />
          </p>
        )}
      </Say>
      <Answers labelledBy={id} answers={answers} chosen={given ?? ''} onChoose={choose} />
    </>
  );
}

type AnswersProps = { labelledBy: string; answers: Answer[]; chosen: string; onChoose(chosen: string): void };

/** Three answers, one beneath the other or side by side, so that none stands in a corner of its own. */
function Answers({ labelledBy, answers, chosen, onChoose }: AnswersProps) {
  return (
    <div className="question-answers three-answers">
      <Choices
        labelledBy={labelledBy}
        answers={answers}
        chosen={chosen ? [chosen] : []}
        onChoose={([first = '']) => onChoose(first)}
      />
    </div>
  );
}
