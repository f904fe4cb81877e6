import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

export const say = wordsOf('hub', words);
