import { useId, useState, type ReactNode } from 'react';
import { isSymbolName, suggestSymbols, symbolLabel } from '#words/symbols.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Choices, type Answer } from '#ui/Choices.tsx';
import { Pages } from '#ui/Pages.tsx';
import { Say } from '#ui/Say.tsx';
import { SymbolPicker } from '#ui/SymbolPicker.tsx';
import { namings, type Naming } from './model.ts';
import type { StepProps } from './Screen.tsx';
import { hows, spans, spanWords, type How } from './turn.ts';
import { say } from './words.ts';

/** Participants see a few at a time, and then more. */
const IDEAS = 4;
const PICTURES = 4;

const howWords: Record<How, Phrase> = {
  idea: say('howIdea'),
  words: say('howWords'),
  symbols: say('howSymbols'),
  drawing: say('howDrawing'),
};
const namingWords: Record<Naming, Phrase> = {
  'no-name': say('noName'),
  'first-name': say('firstName'),
  'as-written': say('asWritten'),
};

/** The word of a symbol; one that this tablet does not have keeps its name. */
export function wordOf(symbol: string): string {
  return isSymbolName(symbol) ? symbolLabel(symbol) : symbol.replaceAll('-', ' ');
}

type AskProps = {
  question: Phrase;
  hint?: Phrase | undefined;
  /** The hint is what this person said. */
  own?: boolean;
  answers: Answer[];
  ways?: Answer[];
  chosen: string;
  onChoose(chosen: string): void;
  children?: ReactNode;
};

function Ask({ question, hint, own = false, answers, ways = [], chosen, onChoose, children }: AskProps) {
  const id = useId();
  const here = [...answers, ...ways].some((answer) => answer.id === chosen);
  return (
    <>
      <Say phrase={question} level={1} id={id} hint={hint} own={own} />
      <div className={`question-answers ${answers.length % 2 === 1 ? 'three-answers' : ''}`}>
        <Choices
          labelledBy={id}
          answers={answers}
          ways={ways}
          chosen={here ? [chosen] : []}
          onChoose={([first = '']) => onChoose(first)}
        />
        {children}
      </div>
    </>
  );
}

export function HowStep({ setup, draft, onDraft }: StepProps) {
  const offered = hows.filter((how) => how !== 'idea' || setup.ideas.length > 0);
  return (
    <Ask
      question={setup.question}
      hint={say('howHint')}
      answers={offered.map((how) => ({ id: how, phrase: howWords[how] }))}
      chosen={draft.how}
      onChoose={(chosen) => onDraft({ ...draft, how: hows.find((how) => how === chosen) ?? '' })}
    />
  );
}

export function IdeaStep({ setup, draft, onDraft }: StepProps) {
  const pages = Math.ceil(setup.ideas.length / IDEAS);
  const page = Math.min(draft.page, Math.max(0, pages - 1));
  return (
    <Ask
      key={page}
      question={setup.question}
      hint={say('ideaHint')}
      answers={setup.ideas.slice(page * IDEAS, (page + 1) * IDEAS)}
      chosen={draft.idea}
      onChoose={(idea) => onDraft({ ...draft, idea })}
    >
      <Pages
        big
        phrase={say('moreIdeas', { page: page + 1, pages })}
        page={page}
        pages={pages}
        onPage={(next) => onDraft({ ...draft, page: next })}
      />
    </Ask>
  );
}

/** A few pictures that go with the words, no picture, or another one. */
export function PictureStep({ draft, onDraft }: StepProps) {
  const [finding, setFinding] = useState(false);
  const fitting: string[] = suggestSymbols(draft.text).slice(0, PICTURES);
  const own = draft.picture !== '' && draft.picture !== 'none' && !fitting.includes(draft.picture);
  const offered = own ? [draft.picture, ...fitting.slice(0, PICTURES - 1)] : fitting;
  return (
    <Ask
      question={say('pictureQuestion')}
      hint={asSaid(draft.text)}
      own
      answers={offered.map((name) => ({ id: name, phrase: asSaid(wordOf(name), name) }))}
      ways={[{ id: 'none', phrase: say('noPicture') }]}
      chosen={draft.picture}
      onChoose={(picture) => onDraft({ ...draft, picture })}
    >
      <Button phrase={say('otherPicture')} mark="search" weight="edge" big onPress={() => setFinding(true)} />
      <SymbolPicker
        open={finding}
        words={draft.text}
        onPick={(symbol) => onDraft({ ...draft, picture: symbol || 'none' })}
        onClose={() => setFinding(false)}
      />
    </Ask>
  );
}

export function NamedStep({ draft, onDraft }: StepProps) {
  return (
    <Ask
      question={say('namedQuestion')}
      hint={say('namedHint')}
      answers={namings.map((naming) => ({ id: naming, phrase: namingWords[naming] }))}
      chosen={draft.named}
      onChoose={(chosen) => onDraft({ ...draft, named: namings.find((naming) => naming === chosen) ?? '' })}
    />
  );
}

export function WhenStep({ draft, onDraft }: StepProps) {
  return (
    <Ask
      question={say('whenQuestion')}
      answers={spans.map((span) => ({ id: span, phrase: spanWords[span] }))}
      chosen={draft.when}
      onChoose={(chosen) => onDraft({ ...draft, when: spans.find((span) => span === chosen) ?? '' })}
    />
  );
}
