import { describe, expect, test } from 'vitest';
import {
  englishWordings,
  faultsIn,
  languageFolders,
  missingIn,
  wordingsOf,
  type Wordings,
} from './support/languages.ts';

const english = englishWordings();
/** Languages in which every wording must be there. Others may grow bit by bit. */
const COMPLETE: string[] = ['cy'];

describe.each(languageFolders())('the language %s', (language) => {
  const own = wordingsOf(language);
  test('has no wording that the app does not have, and fills in the same values', () => {
    expect(faultsIn(own, english)).toEqual([]);
  });
  test.runIf(COMPLETE.includes(language))('says everything', () => {
    expect(missingIn(own, english)).toEqual([]);
  });
  test('has at most 15 words in a sentence of Easy Read, and no share in per cent', () => {
    const easy = Object.values(own).flatMap((keys) =>
      Object.values(keys).flatMap((parts) =>
        Object.entries(parts).flatMap(([part, text]) => (part.startsWith('easy') ? [text] : [])),
      ),
    );
    const long = easy.filter((text) =>
      text.split(/[.?:]\s/).some((sentence) => sentence.trim().split(/\s+/).length > 15),
    );
    expect(long).toEqual([]);
    expect(easy.filter((text) => /[%!]/.test(text))).toEqual([]);
  });
});

describe('what is looked for in a language', () => {
  const all: Wordings = { home: { seen: { plain_one: '{{count}} note', plain_other: '{{count}} notes' } } };
  test('a wording that is not written is missing', () => {
    expect(missingIn({ home: { seen: { plain_one: 'un nodyn', plain_other: ' ' } } }, all)).toEqual([
      'home seen plain_other: {{count}} notes',
    ]);
  });
  test('a value that is left out or made up is a fault, and so is a wording of no use', () => {
    const own = {
      home: { seen: { plain_other: '{{number}} nodyn', plain_two: 'dau nodyn' }, gone: { easy: 'x' } },
    };
    expect(faultsIn(own, all)).toEqual([
      'home seen plain_other lacks {{count}}: {{number}} nodyn',
      'home seen plain_other has {{number}}: {{number}} nodyn',
      'home gone easy is not in the English wording',
    ]);
  });
});
