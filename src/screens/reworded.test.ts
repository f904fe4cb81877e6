import { expect, test } from 'vitest';
import type { Change } from '#workshop/changes.ts';
import { newReplay, type Replay } from '#workshop/replay.ts';
import { applyChange } from '#workshop/workshop.ts';
import { reworded } from './reworded.ts';

const phrase = (plain: string) => ({ plain, easy: plain, symbol: 'talk' });
const setup = {
  question: phrase('What is co-production?'),
  answers: [{ id: 'co-production', phrase: phrase('Co-production is tea') }],
  how: 'one',
  minutes: 5,
  off: false,
  none: null,
};
const changes: Change[] = [
  {
    type: 'described',
    about: { title: phrase('Our co-production day'), date: '', where: 'Co-production Hall', ledBy: 'Ann' },
  },
  { type: 'activity-added', activity: 'a', kind: 'poll', rank: 'a0', setup },
  { type: 'note-written', activity: '', text: 'co-production' },
  { type: 'action-agreed', action: 'b', what: 'co-production', who: 'Ann', by: '' },
];
const replay = (more: Change[] = []): Replay => {
  const workshop = [...changes, ...more].reduce(
    (w, change, n) => applyChange(w, change, { id: `e${n}`, from: [] }),
    newReplay().workshop,
  );
  return {
    ...newReplay(),
    workshop,
    activities: { a: { state: { note: phrase('co-production') }, newer: 0 } },
  };
};
const own: Change = { type: 'own-word-chosen', word: 'co-production', instead: 'working together' };

test('without a word of its own nothing is made anew', () => {
  const written = replay();
  expect(reworded(written)).toBe(written);
});

test('facilitators’ phrases have the group’s word; names, answers, notes and actions are left as they are', () => {
  const { workshop, activities } = reworded(replay([own]));
  expect(workshop.about.heads[0]?.value).toMatchObject({
    title: phrase('Our working together day'),
    where: 'Co-production Hall',
  });
  expect(workshop.activities.a?.setup.heads[0]?.value).toEqual({
    ...setup,
    question: phrase('What is working together?'),
    answers: [{ id: 'co-production', phrase: phrase('Working together is tea') }],
  });
  expect(activities).toEqual(replay().activities);
  expect(workshop.notes[0]?.text).toBe('co-production');
  expect(workshop.actions[0]?.what).toBe('co-production');
});

test('what did not change stays the same object, so that screens are not drawn anew for nothing', () => {
  const written = replay([own]);
  const [one, two] = [reworded(written), reworded({ ...written })];
  expect(two.workshop.activities.a?.setup.heads[0]?.value).toBe(
    one.workshop.activities.a?.setup.heads[0]?.value,
  );
});
