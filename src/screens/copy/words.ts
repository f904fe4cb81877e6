import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of saving a copy, and of bringing one in. */
export const say = wordsOf('copy', words);
