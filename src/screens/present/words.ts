import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of the big screen. */
export const say = wordsOf('present', words);
