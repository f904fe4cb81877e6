import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of leading in big steps. */
export const say = wordsOf('lead-steps', words);
