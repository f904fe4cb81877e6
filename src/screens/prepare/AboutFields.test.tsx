import { expect, test } from 'vitest';
import { inStep } from './AboutFields.tsx';

test('a new name is the name in Easy Read too, until somebody writes another one there', () => {
  const template = { plain: 'Our workshop', easy: 'Our workshop', symbol: 'workshop' };
  const renamed = inStep(template, { ...template, plain: 'Better buses' });
  expect(renamed).toEqual({ plain: 'Better buses', easy: 'Better buses', symbol: 'workshop' });
  const own = inStep(renamed, { ...renamed, easy: 'Buses' });
  expect(own.easy).toBe('Buses');
  expect(inStep(own, { ...own, plain: 'Better buses in Acomb' }).easy).toBe('Buses');
  // Where there is none yet, the writing help asks for one.
  const none = { plain: '', easy: '', symbol: '' };
  expect(inStep(none, { ...none, plain: 'Better buses' }).easy).toBe('');
});
