import { describe, expect, it } from 'vitest';
import { findKind } from '#activities/kinds.ts';
import { isSymbolName } from '#words/symbols.ts';
import { missing } from '#workshop/phrase.ts';
import { longestSentence } from '../prepare/remarks.ts';
import { templates } from './templates.ts';

const phrasesOf = (template: (typeof templates)[number]) =>
  [template.plan.about.title].concat(
    template.plan.activities.flatMap(({ kind, setup }) => {
      const known = findKind(kind);
      return known?.phrases(known.readSetup(setup)) ?? [];
    }),
  );

describe.each(templates.map((template) => ({ name: template.name, template })))(
  'the template $name',
  ({ template }) => {
    it('has only parts that their kind can read, with nothing left over', () => {
      for (const { kind, setup } of template.plan.activities) {
        expect(findKind(kind)?.readSetup(setup), kind).toEqual(setup);
      }
    });
    it('has plain words, Easy Read and a known picture for every phrase', () => {
      for (const phrase of phrasesOf(template)) {
        expect(missing(phrase), phrase.plain).toEqual([]);
        expect(isSymbolName(phrase.symbol), `${phrase.symbol}: ${phrase.plain}`).toBe(true);
      }
    });
    it('has Easy Read of at most 15 words a sentence, at most 2 sentences, with digits and without signs', () => {
      for (const { easy } of phrasesOf(template)) {
        expect(longestSentence(easy), easy).toBeLessThanOrEqual(15);
        expect(easy.split(/[.?]\s/).length, easy).toBeLessThanOrEqual(2);
        expect(easy, easy).not.toMatch(/[%!&]|\b(one|two|three|four|five|six|seven|eight|nine|ten)\b/i);
      }
    });
  },
);

describe('the York day', () => {
  it('stops for a break and for lunch, and ends with thanks', () => {
    const york = templates.find(({ name }) => name === 'york-day');
    const headings = york?.plan.activities.map(({ kind, setup }) => findKind(kind)?.heading(setup).easy);
    expect(headings).toContain('A break');
    expect(headings).toContain('Lunch');
    expect(headings?.at(-1)).toBe('Thank you');
  });
});
