import { describe, expect, it } from 'vitest';
import { isEasy, leftOut, longestSentence, remarksOf } from './remarks.ts';

const whole = { plain: 'Tea is here.', easy: 'Tea is here.', symbol: 'drink' };

describe('what is still to be looked at', () => {
  it('is nothing when words, Easy Read and picture are all there', () => {
    expect(remarksOf([whole])).toEqual([]);
  });
  it('names each part that is missing, in the order of the phrases', () => {
    const lacks = remarksOf([whole, { plain: '', easy: '', symbol: '' }]).map(({ place, lack }) => [
      place,
      lack,
    ]);
    expect(lacks).toEqual([
      [1, 'plain'],
      [1, 'easy'],
      [1, 'symbol'],
    ]);
  });
  it('accepts a reason for leaving Easy Read or the picture out, and never for the plain words', () => {
    const reason = 'It is a name.';
    expect(remarksOf([{ plain: 'York', easy: '', symbol: '', reason }])).toEqual([]);
    expect(remarksOf([{ plain: '', easy: '', symbol: '', reason }]).map(({ lack }) => lack)).toEqual([
      'plain',
    ]);
    expect(leftOut([whole, { plain: 'York', easy: '', symbol: '', reason }])).toHaveLength(1);
  });
  it('speaks up about an Easy Read sentence of more than 15 words', () => {
    const easy =
      'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.';
    expect(remarksOf([{ ...whole, easy }])).toMatchObject([{ lack: 'long', words: 16 }]);
    expect(isEasy(easy)).toBe(false);
  });
  it('counts each sentence by itself', () => {
    expect(longestSentence('We start at 2.30pm. Then tea.')).toBe(4);
  });
});
