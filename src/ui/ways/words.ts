import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of all the ways one by one, and of the card that holds them. */
export const say = wordsOf('ways', words);
