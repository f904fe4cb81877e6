import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of the four silent cards. */
export const say = wordsOf('cards', words);
