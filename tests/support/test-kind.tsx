import * as v from 'valibot';
import { defineKind, type EditorProps, type ResultsProps, type ScreenProps } from '#activities/kind.ts';
import { PhraseSchema } from '#workshop/phrase.ts';
import { Choices } from '#ui/Choices.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Say } from '#ui/Say.tsx';
import { say as sayUi } from '#ui/words.ts';
import { wordsOf, type Words } from '#words/words.ts';

/** The smallest kind there can be: it proves that a folder and a line are all that a kind needs. */
const words = {
  title: { plain: 'Hands up', easy: 'Hands up', symbol: 'agree' },
  about: { plain: 'Who agrees?', easy: 'Who agrees?', symbol: 'agree' },
  yes: { plain: 'I agree', easy: 'I agree', symbol: 'agree' },
} satisfies Words;
const say = wordsOf('hands', words);

const SetupSchema = v.object({ question: PhraseSchema });
const ChangeSchema = v.object({ type: v.literal('hand-put-up') });
const DraftSchema = v.object({ up: v.boolean() });
type Setup = v.InferOutput<typeof SetupSchema>;
type Change = v.InferOutput<typeof ChangeSchema>;
type Draft = v.InferOutput<typeof DraftSchema>;
type State = { hands: number };

function Editor({ setup, onChange }: EditorProps<Setup>) {
  return (
    <PhraseField
      label={say('title')}
      value={setup.question}
      onChange={(question) => onChange({ question })}
    />
  );
}

function Screen({ setup, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  return (
    <>
      <Say phrase={setup.question} level={1} id="hands-question" />
      <Choices
        labelledBy="hands-question"
        answers={[{ id: 'up', phrase: say('yes') }]}
        chosen={draft.up ? ['up'] : []}
        onChoose={() => onDraft({ up: true })}
      />
    </>
  );
}

function Results({ state }: ResultsProps<Setup, State>) {
  return <p>{state.hands}</p>;
}

const question = { plain: 'Shall we start?', easy: 'Shall we start?', symbol: 'agree' };

export const hands = defineKind<Setup, Change, State, Draft>({
  name: 'hands',
  symbol: 'agree',
  words,
  setup: SetupSchema,
  change: ChangeSchema,
  start: () => ({ hands: 0 }),
  apply: (state) => ({ hands: state.hands + 1 }),
  blank: () => ({ question }),
  heading: (setup) => setup.question,
  phrases: (setup) => [setup.question],
  round: () => 'open',
  hides: () => false,
  minutes: () => 1,
  turn: {
    schema: DraftSchema,
    start: () => ({ up: false }),
    next: () => null,
    back: () => null,
    ready: (_, draft) => draft.up,
    check: () => [{ phrase: say('yes') }],
    deliver: () => ({ changes: [{ type: 'hand-put-up' }], attachments: [] }),
  },
  paper: () => [
    { type: 'tick', phrase: say('title'), boxes: [{ phrase: say('yes') }, { phrase: sayUi('notSure') }] },
  ],
  report: (setup, state) => ({
    heading: setup.question,
    blocks: [{ type: 'counts', of: state.hands, rows: [{ phrase: say('yes'), count: state.hands }] }],
    table: { columns: ['hands'], rows: [[state.hands]] },
  }),
  examples: [
    { name: 'two hands', setup: { question }, changes: [{ type: 'hand-put-up' }, { type: 'hand-put-up' }] },
  ],
  parts: {
    Editor: () => Promise.resolve(Editor),
    Screen: () => Promise.resolve(Screen),
    Results: () => Promise.resolve(Results),
  },
});
