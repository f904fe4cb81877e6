import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording that every screen shares. */
export const say = wordsOf('ui', words);
