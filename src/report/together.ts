import type { Table } from '#workshop/section.ts';
import type { Document, DocumentPiece } from './document.ts';
import type { Sheet } from './xlsx.ts';

type Figures = { name: string; people: number; counts: readonly number[] };

/** One question with its answers, added up. `groups` are the parts of the whole, if it is broken down. */
export type AddedUp = {
  question: string;
  answers: readonly string[];
  whole: Figures;
  groups: readonly Figures[];
  /** What the numbers do not say by themselves. */
  remarks: readonly string[];
};

/** What several workshops came to, in words that are chosen already. */
export type Together = {
  title: string;
  /** What they were. */
  workshops: readonly string[];
  questions: readonly AddedUp[];
  /** Headings of tables. */
  words: { answer: string; people: string };
};

/** One long table: a row for each answer of each part, for CSV. */
export function tableTogether({ questions }: Together): Table {
  return {
    columns: ['question', 'part', 'answer', 'people', 'of'],
    rows: questions.flatMap(({ question, answers, whole, groups }) =>
      [whole, ...groups]
        .filter(({ people }) => people > 0)
        .flatMap(({ name, people, counts }) =>
          answers.map((answer, place) => [question, name, answer, counts[place] ?? 0, people]),
        ),
    ),
  };
}

/** A sheet that says what they are and what to think of, then one for each question. */
export function sheetsTogether({ title, workshops, questions, words }: Together): Sheet[] {
  const about = questions.flatMap(({ question, remarks }) => remarks.map((remark) => [question, remark]));
  return [
    { name: title, table: { columns: [title, ''], rows: [...workshops.map((one) => [one, '']), ...about] } },
    ...questions.map(({ question, answers, whole, groups }, place): Sheet => {
      const parts = [whole, ...groups].filter(({ people }) => people > 0);
      return {
        name: `${place + 1} ${question}`,
        table: {
          columns: [words.answer, ...parts.map(({ name }) => name)],
          rows: [
            ...answers.map((answer, at) => [answer, ...parts.map(({ counts }) => counts[at] ?? 0)]),
            [words.people, ...parts.map(({ people }) => people)],
          ],
        },
      };
    }),
  ];
}

/** The same for Word: what they are, then question by question with its remarks. */
export function documentTogether({ title, workshops, questions, words }: Together): Document {
  const row = (text: string): DocumentPiece => ({ type: 'row', words: [text], pictures: [] });
  return {
    title,
    by: 'Cuppa',
    foot: [],
    pieces: [
      { type: 'heading', level: 1, words: title },
      ...workshops.map(row),
      ...questions.flatMap(({ question, answers, whole, groups, remarks }): DocumentPiece[] => [
        { type: 'heading', level: 2, words: question },
        ...(whole.people > 0 ? [tableOf(words.answer, whole, answers)] : []),
        ...groups.flatMap((group): DocumentPiece[] => [
          { type: 'heading', level: 3, words: group.name },
          tableOf(words.answer, group, answers),
        ]),
        ...remarks.map(row),
      ]),
    ],
  };
}

function tableOf(
  answer: string,
  { name, people, counts }: Figures,
  answers: readonly string[],
): DocumentPiece {
  return {
    type: 'table',
    head: [answer, `${name}: ${people}`],
    rows: answers.map((one, place) => [one, String(counts[place] ?? 0)]),
  };
}
