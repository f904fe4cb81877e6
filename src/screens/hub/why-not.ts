import { Refusal } from '#wire/refusal.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { say } from './words.ts';

const isAway = (error: unknown): boolean => error instanceof Refusal && error.status === 0;

/** The hub was not reached, or had no time: the same code may work when it is tried again. */
export const mayWorkLater = (error: unknown): boolean =>
  isAway(error) || (error instanceof Refusal && error.status === 429);

/** Why a tablet was not connected. The hub's own sentences are in English, and meant for whoever sits in the office. */
export function whyNot(error: unknown): Phrase {
  if (isAway(error)) return say('notReached');
  if (!(error instanceof Refusal)) return say('notConnected');
  if (error.code === 'wrong-code') return say('wrongCode');
  return say(error.status === 429 ? 'waitAMinute' : 'notConnected');
}
