import { wordsOf } from '#words/words.ts';
import words from './words.en.json' with { type: 'json' };

export { words };
export const say = wordsOf('ground-rules', words);
