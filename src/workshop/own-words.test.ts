import { describe, expect, test } from 'vitest';
import type { Change } from './changes.ts';
import { isSameWord } from './own-words.ts';
import { applyChange, newWorkshop, type Workshop } from './workshop.ts';

const after = (...changes: Change[]): Workshop =>
  changes.reduce((w, change, n) => applyChange(w, change, { id: `e${n}`, from: [] }), newWorkshop());

const own = (word: string, instead: string): Change => ({ type: 'own-word-chosen', word, instead });
const meaning = { plain: 'A promise.', easy: 'A promise.', symbol: 'pledge' };

describe('the words of a workshop', () => {
  test('one own word stands for one word, however that is written, until it is taken back', () => {
    const chosen = after(own('co-production', 'working together'), own('Coproduction', 'our way'));
    expect(chosen.ownWords).toEqual([{ word: 'Coproduction', instead: 'our way' }]);
    expect(applyChange(chosen, own('co production', ''), { id: 'x', from: [] }).ownWords).toEqual([]);
    expect(isSameWord('Support plan', 'support-plan')).toBe(true);
    expect(isSameWord('carer', 'carers')).toBe(false);
  });

  test('a word is explained once, and taken out again', () => {
    const explained = after(
      { type: 'word-explained', word: 'pledge', meaning: { ...meaning, easy: 'Old.' } },
      { type: 'word-explained', word: 'Pledge', meaning },
    );
    expect(explained.explained).toEqual([{ word: 'Pledge', meaning }]);
    expect(
      applyChange(explained, { type: 'word-taken-out', word: 'pledge' }, { id: 'x', from: [] }).explained,
    ).toEqual([]);
  });

  test('what is written after people checked it was not checked', () => {
    const checked: Change = { type: 'checked', by: 'York Easy Read Group', on: '2030-03-05' };
    expect(after(checked).checked).toEqual({ by: 'York Easy Read Group', on: '2030-03-05', changed: false });
    expect(after(checked, { type: 'people-counted', here: 3 }).checked?.changed).toBe(false);
    expect(after(checked, own('carer', 'family')).checked?.changed).toBe(true);
    expect(after(checked, own('carer', 'family'), checked).checked?.changed).toBe(false);
    expect(after(checked, { type: 'checked', by: ' ', on: '' }).checked).toBe(null);
  });
});
