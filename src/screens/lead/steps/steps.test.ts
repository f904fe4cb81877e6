import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsOf, stepToDo, type Part } from './steps.ts';

const room = (taken: number, here = 12) => ({ here, turns: { taken, passed: 0 } });
const question: Part = {
  asks: true,
  hides: true,
  shown: false,
  together: false,
  more: true,
  room: room(0),
};

test('a question is read, goes round, is shown, and leads on', () => {
  expect(stepsOf(question)).toEqual(['read', 'round', 'show', 'on']);
  expect(stepToDo(question)).toBe('read');
  expect(stepToDo({ ...question, room: room(3) })).toBe('round');
  expect(stepToDo({ ...question, room: room(12) })).toBe('show');
  expect(stepToDo({ ...question, room: room(3), shown: true })).toBe('on');
});

test('something to say has two steps, and the last part finishes the workshop', () => {
  const card: Part = { ...question, asks: false, hides: false, more: false };
  expect(stepsOf(card)).toEqual(['read', 'finish']);
});

test('where nobody was counted the tablet goes round until the leader says that everyone had a turn', () => {
  expect(stepToDo({ ...question, room: room(5, 0) })).toBe('round');
});

test('there is always one thing to do, it is one of the steps, and the last of them leads on', () => {
  const parts = fc.record({
    asks: fc.boolean(),
    hides: fc.boolean(),
    shown: fc.boolean(),
    together: fc.boolean(),
    more: fc.boolean(),
    room: fc.record({
      here: fc.nat(20),
      turns: fc.record({ taken: fc.nat(25), passed: fc.nat(5) }),
    }),
  });
  fc.assert(
    fc.property(parts, (part) => {
      const steps = stepsOf(part);
      expect(steps).toContain(stepToDo(part));
      expect(steps.at(-1)).toBe(part.more ? 'on' : 'finish');
    }),
  );
});
