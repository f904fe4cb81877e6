import { describe, expect, test } from 'vitest';
import { newId, type Entry } from '#workshop/entry.ts';
import { asSaid } from '#workshop/phrase.ts';
import { findPointing, hangingOn, versionsOf } from './hangs.ts';
import { namesIn, pieceOf } from './pieces.ts';
import type { SaidOne } from './said-ones.ts';

const nothing = new Map<string, never>();
const wordsOf = (body: unknown, names = namesIn({}), entries: string[] = []): string | undefined => {
  const piece = pieceOf(body, names, new Set(entries));
  return piece && 'row' in piece ? piece.row.phrase.plain : undefined;
};

describe('what is in an entry', () => {
  test('words are found wherever they stand, and names of things are not words', () => {
    expect(wordsOf({ type: 'note-written', column: 'c', text: 'The bus is late', by: 'self' })).toContain(
      'The bus is late',
    );
    expect(wordsOf({ type: 'newer', deep: [{ phrase: asSaid('From a newer app', 'tea') }] })).toBe(
      'From a newer app',
    );
    expect(wordsOf({ type: 'note-moved', note: newId() })).toBeUndefined();
  });

  test('a chosen answer is told in the words of its question', () => {
    const names = namesIn({ options: [{ id: 'b', phrase: asSaid('By bus') }] });
    expect(wordsOf({ type: 'answered', chosen: ['b'] }, names)).toBe('By bus');
    expect(wordsOf({ type: 'agreed', rules: { b: 'yes' } }, names)).toContain('By bus');
  });

  test('a move or a dot names a note and says nothing itself', () => {
    const names = namesIn([{ id: 'left', phrase: asSaid('Good') }]);
    expect(wordsOf({ type: 'note-moved', note: 'n', column: 'left' }, names, ['n'])).toBeUndefined();
    expect(wordsOf({ type: 'written-down', note: 'n', text: 'He said no' }, names, ['n'])).toBe('He said no');
  });

  test('a drawing, a photo and a recording are there without words', () => {
    const name = 'a'.repeat(64);
    const body = { drawing: [{ points: [[0.1, 0.2, 0.5]] }], photo: name, voice: { name, seconds: 3 } };
    expect(pieceOf(body, nothing, new Set())).toMatchObject({
      row: { phrase: { plain: '' }, photo: name, voice: name, drawing: [{}] },
    });
  });

  test('sealed answers are counted and not told apart', () => {
    const answers = [1, 2, 3].map((one) => ({ id: `${one}`, change: { chosen: ['b'] } }));
    expect(pieceOf({ type: 'sealed-answers', answers }, nothing, new Set())).toEqual({ sealed: 3 });
  });

  test('what is no object, or no JSON that anybody knows, does no harm', () => {
    for (const body of [undefined, null, 7, true, [], {}, { a: null }]) {
      expect(pieceOf(body, nothing, new Set())).toBeUndefined();
    }
  });
});

describe('what hangs together', () => {
  const entry = (id: string, from: string[] = [], workshop = 'w', body: unknown = {}): Entry => {
    const place = { place: 1, counter: 1, previous: '', activity: '', tablet: 't' };
    return { id, workshop, from, salt: 's', body: JSON.stringify(body), ...place };
  };
  const one = (id: string): SaidOne => {
    return { id, activity: '', heading: asSaid(''), row: { phrase: asSaid(id) }, sealed: 0, alike: 1 };
  };

  test('all wordings of the same go together, over any number of edits in any order', () => {
    const entries = [entry('d', ['c']), entry('c', ['b']), entry('b', ['a']), entry('a'), entry('x', ['y'])];
    expect([...versionsOf(new Set(['b']), entries)].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('lines made of it and copies elsewhere are asked about, and dots are not', () => {
    const entries = [entry('note'), entry('edit', ['note']), entry('line'), entry('dot')];
    const copy = entry('copy', [], 'next', { type: 'carried-over', words: asSaid('My words') });
    const naming = [entry('edit', ['note']), entry('line'), entry('dot'), copy];
    const all = [one('note'), one('edit'), one('line')];
    const hanging = hangingOn('w', new Set(['note']), all, entries, naming);
    expect(hanging.versions.map(({ id }) => id)).toEqual(['edit']);
    expect(hanging.madeFrom.map(({ id, workshop }) => [workshop, id])).toEqual([
      ['w', 'line'],
      ['next', 'copy'],
    ]);
  });

  test('the copy in the next session is found, however many steps lead to it, and each is asked for once', async () => {
    const all = [
      entry('n'),
      entry('h', [], 'w', {
        type: 'line-heard',
        line: 'L',
        words: asSaid('Heard'),
        sources: [{ entry: 'n' }],
      }),
      entry('s', [], 'w', { type: 'will-said', will: 'W', line: 'L', what: asSaid('We will') }),
      entry('c', [], 'next', {
        type: 'carried-over',
        carried: 'W',
        from: { entry: 's' },
        heard: asSaid('Heard'),
      }),
      entry('other', [], 'w', { type: 'will-said', will: 'X', line: 'M', what: asSaid('Else') }),
    ];
    const asked: string[] = [];
    // As the hub looks: for the id as it stands in JSON.
    const ask = (ids: string[]): Promise<{ entries: Entry[]; more: boolean }> => {
      asked.push(...ids);
      const names = ({ body }: Entry): boolean => ids.some((id) => body?.includes(`"${id}"`));
      return Promise.resolve({
        entries: all.filter((one) => !ids.includes(one.id) && names(one)),
        more: false,
      });
    };
    const found = await findPointing(all.slice(0, 1), ask);
    expect(found.entries.map(({ id }) => id)).toEqual(['h', 's', 'c']);
    expect(asked).toHaveLength(new Set(asked).size);
  });
});
