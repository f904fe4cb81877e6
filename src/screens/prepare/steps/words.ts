import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

/** Wording of preparing step by step. */
export const say = wordsOf('prepare-steps', words);
