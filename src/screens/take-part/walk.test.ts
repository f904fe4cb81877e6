import { expect, test } from 'vitest';
import { groundRules } from '#activities/ground-rules/index.ts';
import { poll } from '#activities/poll/index.ts';
import { backward, forward, saysNothing, skip } from './walk.ts';

const rule = (id: string) => ({ id, phrase: { plain: id, easy: id, symbol: 'rules' } });
const setup = groundRules.readSetup({ ...(groundRules.blank() as object), starter: [rule('a'), rule('b')] });
const steps = groundRules.turn;
const asked = poll.turn;
if (!steps || !asked) throw new Error('People take part in both.');
/** A draft of a kind whose types are forgotten, with some of it changed. */
const draftOf = (draft: unknown): object => (typeof draft === 'object' && draft !== null ? draft : {});
const start = draftOf(steps.start(setup, 0, groundRules.start()));

test('skipping one of several questions keeps what was said before it', () => {
  const second = { ...start, step: 1, agreed: { a: 'agree' } };
  const on = skip(steps, setup, second);
  expect(on).toMatchObject({ to: 'answer', draft: { step: 2, agreed: { a: 'agree' } } });
  expect(skip(steps, setup, { ...second, step: 2 })).toMatchObject({ to: 'check' });
});

test('skipping every question passes the turn', () => {
  let now = skip(steps, setup, start);
  for (let i = 0; i < 2; i++) if (now.to === 'answer') now = skip(steps, setup, now.draft);
  expect(now).toEqual({ to: 'passed' });
});

test('a turn that says nothing is passed and not checked', () => {
  const none = { ...start, step: 2, more: 'none' };
  expect(saysNothing(steps, setup, none)).toBe(true);
  expect(forward(steps, setup, none)).toEqual({ to: 'passed' });
  expect(forward(steps, setup, { ...none, agreed: { b: 'disagree' } })).toMatchObject({ to: 'check' });
});

test('skipping the only question passes the turn, whatever was tapped', () => {
  const setting = poll.readSetup(poll.examples[0]?.setup);
  const draft = draftOf(asked.start(setting, 0, poll.start()));
  expect(skip(asked, setting, { ...draft, chosen: ['not-sure'] })).toEqual({ to: 'passed' });
});

test('back from the first question leads to how a person wants it, and keeps the answer', () => {
  expect(backward(steps, setup, { ...start, agreed: { a: 'agree' } })).toMatchObject({
    to: 'how',
    draft: { agreed: { a: 'agree' } },
  });
});
