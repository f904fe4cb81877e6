import { newId } from '#workshop/entry.ts';
import { faceIds, type PollAnswer, type Setup } from './model.ts';
import { say } from './words.ts';

/** The five faces with their usual words. */
export function scaleFaces(): PollAnswer[] {
  const words = ['veryGood', 'good', 'ok', 'bad', 'veryBad'] as const;
  return faceIds.map((id, index) => ({ id, phrase: say(words[index] ?? 'ok') }));
}

/** A poll that could be used as it stands: do you agree, yes or no. */
export function blank(): Setup {
  return {
    question: say('newQuestion'),
    how: 'one',
    answers: [
      { id: newId(), phrase: say('newYes') },
      { id: newId(), phrase: say('newNo') },
    ],
    faces: scaleFaces(),
    rotate: false,
    sealed: true,
    hidden: true,
    minutes: 5,
  };
}
