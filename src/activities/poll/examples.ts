import type { Example } from '../kind.ts';
import { scaleFaces } from './blank.ts';
import type { Change, Setup } from './model.ts';
import type { Draft } from './turn.ts';

const answer = (id: string, plain: string, easy: string, symbol: string) => ({
  id,
  phrase: { plain, easy, symbol },
});
const answered = (...chosen: string[]): Change => ({ type: 'answered', chosen });
const times = (count: number, change: Change): Change[] => Array.from({ length: count }, () => change);

const hard: Setup = {
  question: {
    plain: 'What is the biggest thing that stops you taking part in our meetings?',
    easy: 'What makes it hard to join in our meetings?',
    symbol: 'meeting',
  },
  how: 'one',
  answers: [
    answer('bus', 'Getting there', 'Getting there', 'bus'),
    answer('words', 'Words that are hard to understand', 'Hard words', 'hard-words'),
    answer('noise', 'Too much noise, or too many people', 'Too noisy', 'too-noisy'),
    answer('time', 'Not enough time to think and speak', 'Not enough time', 'not-enough-time'),
  ],
  faces: scaleFaces(),
  rotate: true,
  sealed: true,
  hidden: true,
  minutes: 10,
};

const helps: Setup = {
  ...hard,
  question: { plain: 'What would help you to take part?', easy: 'What would help you?', symbol: 'help' },
  how: 'several',
  answers: [
    answer('lift', 'A lift there and back', 'A lift there and back', 'bus'),
    answer('papers', 'Papers a week before', 'Papers a week before', 'letter'),
    answer('break', 'More breaks', 'More breaks', 'break'),
    answer('quiet', 'A quiet room', 'A quiet room', 'quiet-room'),
    answer('money', 'Travel money on the day', 'Travel money on the day', 'money'),
    answer('slow', 'People who speak more slowly', 'People who speak slowly', 'slow-down'),
    answer('lunch', 'Lunch with everybody', 'Lunch together', 'lunch'),
    answer('hear', 'A hearing loop', 'Help to hear', 'hear'),
  ],
  rotate: false,
  sealed: false,
  minutes: 5,
};

const feel: Setup = {
  ...hard,
  question: { plain: 'How was this morning for you?', easy: 'How was this morning?', symbol: 'meeting' },
  how: 'scale',
  answers: [],
  rotate: false,
  hidden: false,
  minutes: 0,
};

const ladder: Setup = {
  ...hard,
  question: {
    plain: 'Where on the ladder are we now?',
    easy: 'Where are we now?',
    symbol: 'ladder',
  },
  groups: [
    answer('to', 'Other people decide for us', 'Other people decide', 'say-no'),
    answer('with', 'We decide together', 'We decide together', 'together'),
  ],
  answers: [
    { ...answer('told', 'We are told', 'They tell us', 'talk'), group: 'to' },
    { ...answer('asked', 'We are asked', 'They ask us', 'ask-question'), group: 'to' },
    { ...answer('plan', 'We help to plan', 'We help to plan', 'make'), group: 'with' },
    { ...answer('decide', 'We plan it and decide', 'We plan and decide', 'share-power'), group: 'with' },
  ],
  rotate: false,
};

/** Named situations, from nobody to a tie, and from two answers to more than one screen of them. */
export const examples: Example<Setup, Change, Draft>[] = [
  {
    name: 'what makes it hard',
    setup: hard,
    changes: [
      ...times(5, answered('words')),
      ...times(3, answered('bus')),
      ...times(2, answered('noise')),
      answered('time'),
      answered('not-sure'),
    ],
    draft: { order: ['bus', 'words', 'noise', 'time'], page: 0, chosen: ['words'] },
  },
  { name: 'nobody has answered', setup: hard, changes: [] },
  {
    name: 'as many as you like, on two screens',
    setup: helps,
    changes: [
      answered('lift', 'money'),
      answered('lift', 'break', 'quiet'),
      answered('break'),
      answered('lift', 'slow', 'papers'),
      answered('private'),
    ],
    draft: { order: [], page: 1, chosen: ['lift', 'hear'] },
  },
  {
    name: 'a ladder, in two steps',
    setup: ladder,
    changes: [...times(3, answered('asked')), answered('decide'), answered('not-sure')],
    draft: {
      order: ['told', 'asked', 'plan', 'decide'],
      page: 0,
      chosen: ['plan'],
      group: 'with',
      inside: true,
    },
  },
  {
    name: 'five faces',
    setup: feel,
    changes: [
      ...times(4, answered('good')),
      ...times(4, answered('ok')),
      answered('very-bad'),
      answered('private'),
    ],
  },
  {
    name: 'an answer taken out after it was chosen',
    setup: {
      ...hard,
      answers: hard.answers.map((row) => (row.id === 'noise' ? { ...row, removed: true } : row)),
    },
    changes: [answered('noise'), answered('bus'), answered('noise')],
  },
  {
    name: 'a large room, and answers without pictures',
    setup: {
      ...hard,
      answers: hard.answers.map((row) => ({ ...row, phrase: { ...row.phrase, symbol: '' } })),
    },
    changes: [
      ...times(38, answered('bus')),
      ...times(12, answered('words')),
      ...times(3, answered('not-sure')),
    ],
  },
];
