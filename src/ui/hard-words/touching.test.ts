import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf, termsOf } from '#words/glossary/glossary.ts';
import { touching } from './touching.ts';

const terms = termsOf([], []);

test('quotes and question marks stand with the hard word that they touch', () => {
  const [, word, rest] = touching(piecesOf('Is it a “pledge”? Yes.', terms));
  expect(word).toMatchObject({ before: '“', text: 'pledge', after: '”?' });
  expect(rest?.text).toBe(' Yes.');
});

test('whatever the text is, nothing of it is lost or said twice', () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom('pledge', 'carer', ' ', '“', '”', '?', '-')));
  fc.assert(
    fc.property(parts, (all) => {
      const text = all.join('');
      const whole = touching(piecesOf(text, terms)).map((one) => one.before + one.text + one.after);
      expect(whole.join('')).toBe(text);
    }),
  );
});
