import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of speech, recordings and films: nothing that the first screen needs. */
export const say = wordsOf('speech', words);
