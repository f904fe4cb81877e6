import type { ComponentType } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Draw } from '#ui/Draw.tsx';
import { Say } from '#ui/Say.tsx';
import { SymbolSentence } from '#ui/SymbolSentence.tsx';
import { Write } from '#ui/Write.tsx';
import type { ScreenProps } from '../kind.ts';
import { HowStep, IdeaStep, NamedStep, PictureStep, WhenStep, wordOf } from './choices.tsx';
import type { Setup, State } from './model.ts';
import type { Draft, Step } from './turn.ts';
import { say } from './words.ts';

export type StepProps = Omit<ScreenProps<Setup, State, Draft>, 'state'>;

/** One question a screen: what I will do, how I want to be named, when to look at it again. */
export function Screen({ setup, draft, onDraft }: StepProps) {
  const Asked = asked[draft.step];
  return <Asked setup={setup} draft={draft} onDraft={onDraft} />;
}

const asked: Record<Step, ComponentType<StepProps>> = {
  how: HowStep,
  idea: IdeaStep,
  words: ({ setup, draft, onDraft }) => (
    <Writing
      question={setup.question}
      label={say('wordsField')}
      hint={say('wordsHint')}
      long
      value={draft.text}
      onChange={(text) => onDraft({ ...draft, text })}
    />
  ),
  symbols: ({ setup, draft, onDraft }) => (
    <>
      <Say phrase={setup.question} level={1} hint={say('symbolsHint')} />
      <div className="question-answers">
        <SymbolSentence
          symbols={draft.symbols}
          most={12}
          onChange={(symbols) => onDraft({ ...draft, symbols, symbolText: symbols.map(wordOf).join(', ') })}
        />
      </div>
    </>
  ),
  drawing: ({ setup, draft, onDraft }) => (
    <>
      <Say phrase={setup.question} level={1} hint={say('drawingHint')} />
      <div className="question-answers">
        <Draw strokes={draft.drawing} onChange={(drawing) => onDraft({ ...draft, drawing })} />
      </div>
    </>
  ),
  caption: ({ draft, onDraft }) => (
    <Writing
      question={say('captionQuestion')}
      label={say('captionField')}
      hint={say('captionHint')}
      long
      value={draft.caption}
      onChange={(caption) => onDraft({ ...draft, caption })}
    />
  ),
  picture: PictureStep,
  named: NamedStep,
  name: ({ draft, onDraft }) => (
    <Writing
      question={say('nameQuestion')}
      label={draft.named === 'first-name' ? say('firstNameField') : say('nameField')}
      max={80}
      value={draft.name}
      onChange={(name) => onDraft({ ...draft, name })}
    />
  ),
  when: WhenStep,
};

type WritingProps = {
  question: Phrase;
  label: Phrase;
  hint?: Phrase | undefined;
  value: string;
  long?: boolean;
  max?: number;
  onChange(value: string): void;
};

function Writing({ question, label, hint, value, long = false, max = 1000, onChange }: WritingProps) {
  return (
    <>
      <Say phrase={question} level={1} />
      <div className="question-answers">
        <Write label={label} hint={hint} long={long} max={max} value={value} onChange={onChange} />
      </div>
    </>
  );
}
