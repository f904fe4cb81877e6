import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording that several screens share. */
export const say = wordsOf('screens', words);
