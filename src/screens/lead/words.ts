import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of leading a workshop. */
export const say = wordsOf('lead', words);
