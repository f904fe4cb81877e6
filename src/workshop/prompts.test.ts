import { expect, test } from 'vitest';
import type { Change } from './changes.ts';
import { filmOf, promptsOf } from './prompts.ts';
import { applyChange, newWorkshop } from './workshop.ts';

const [voice, other, film] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const after = (...changes: Change[]) =>
  changes.reduce((w, change, at) => applyChange(w, change, { id: `e${at}`, from: [] }), newWorkshop());
const spoken = (words: string, recording = voice ?? ''): Change => {
  return { type: 'prompt-recorded', activity: 'poll', words, recording, seconds: 3 };
};

test('each wording has one recording, the one that was made last', () => {
  const w = after(spoken('Tea?'), spoken('Yes'), spoken('Tea?', other));
  expect(promptsOf(w, 'poll').map(({ words, recording }) => [words, recording])).toEqual([
    ['Yes', voice],
    ['Tea?', other],
  ]);
  expect(promptsOf(w, 'another')).toEqual([]);
});

test('a recording and a film can be taken away again', () => {
  const attached: Change = {
    type: 'film-attached',
    activity: 'poll',
    film: film ?? '',
    seconds: 9,
    captions: '',
  };
  const w = after(spoken('Tea?'), attached);
  expect(filmOf(w, 'poll')?.seconds).toBe(9);
  const gone = applyChange(
    applyChange(w, { type: 'prompt-removed', activity: 'poll', words: 'Tea?' }, { id: 'x', from: [] }),
    { type: 'film-removed', activity: 'poll' },
    { id: 'y', from: [] },
  );
  expect(promptsOf(gone, 'poll')).toEqual([]);
  expect(filmOf(gone, 'poll')).toBeUndefined();
});
