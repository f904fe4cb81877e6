import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromCsv, toCsv } from './csv.ts';
import { makeDocx } from './docx.ts';
import { documentTogether, sheetsTogether, tableTogether, type Together } from './together.ts';
import { makeXlsx } from './xlsx.ts';

const together: Together = {
  title: 'What they said together',
  workshops: ['Having our say, York', 'Having our say, Bath'],
  questions: [
    {
      question: 'Is it safe?',
      answers: ['Yes', 'No'],
      whole: { name: 'All together', people: 22, counts: [10, 12] },
      groups: [
        { name: 'Bath', people: 6, counts: [0, 6] },
        { name: 'York', people: 16, counts: [10, 6] },
      ],
      remarks: ['Some workshops are left out.'],
    },
    {
      question: 'Tea?',
      answers: [],
      whole: { name: 'All together', people: 0, counts: [] },
      groups: [],
      remarks: ['Too few.'],
    },
  ],
  words: { answer: 'Answer', people: 'People who answered' },
};

test('the table has a row for each answer of the whole and of each part', () => {
  expect(tableTogether(together).rows).toEqual([
    ['Is it safe?', 'All together', 'Yes', 10, 22],
    ['Is it safe?', 'All together', 'No', 12, 22],
    ['Is it safe?', 'Bath', 'Yes', 0, 6],
    ['Is it safe?', 'Bath', 'No', 6, 6],
    ['Is it safe?', 'York', 'Yes', 10, 16],
    ['Is it safe?', 'York', 'No', 6, 16],
  ]);
});

test('the spreadsheet says first what it is of and what to think of, then each question', () => {
  const [about, first] = sheetsTogether(together);
  expect(about?.table.rows).toContainEqual(['Is it safe?', 'Some workshops are left out.']);
  expect(first?.table).toEqual({
    columns: ['Answer', 'All together', 'Bath', 'York'],
    rows: [
      ['Yes', 10, 0, 10],
      ['No', 12, 6, 6],
      ['People who answered', 22, 6, 16],
    ],
  });
});

test('the Word file has every number and every remark', async () => {
  const look = { points: 14, pictureMm: 22 };
  const blob = await makeDocx(documentTogether(together), look, () => Promise.resolve(undefined));
  const body = new TextDecoder().decode(
    unzipSync(new Uint8Array(await blob.arrayBuffer()))['word/document.xml'],
  );
  for (const words of ['Is it safe?', 'All together: 22', 'York: 16', '>12<', 'Too few.'])
    expect(body).toContain(words);
});

test('words that a spreadsheet would run stay words, whatever they stand in', async () => {
  const odd = fc.constantFrom('=1+1', '@SUM(A1)', '+1', '-1', '\t=1', "'=1", '<f>1</f>', 'constructor');
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (question, answer, name) => {
      const made: Together = {
        ...together,
        title: name,
        workshops: [question],
        questions: [
          {
            question,
            answers: [answer],
            whole: { name, people: 5, counts: [5] },
            groups: [{ name, people: 5, counts: [5] }],
            remarks: [answer],
          },
        ],
      };
      const files = unzipSync(new Uint8Array(await makeXlsx(sheetsTogether(made)).arrayBuffer()));
      for (const bytes of Object.values(files)) {
        expect(new TextDecoder().decode(bytes)).not.toMatch(/<f[ >]/);
      }
      expect(fromCsv(toCsv(tableTogether(made))).rows[0]).toEqual([question, name, answer, '5', '5']);
    }),
    { numRuns: 40 },
  );
});
