import { describe, expect, test } from 'vitest';
import { readPairCode } from './square.ts';

const secret = '0123456789abcdef0123456789abcdef';

describe('a square code', () => {
  test('of this office gives its secret', () => {
    expect(readPairCode(`https://cuppa.example/pair#${secret}`, 'https://cuppa.example')).toEqual({
      kind: 'secret',
      secret,
    });
  });
  test('of another office says which', () => {
    expect(readPairCode(`https://other.example/pair#${secret}`, 'https://cuppa.example')).toEqual({
      kind: 'elsewhere',
      host: 'other.example',
    });
  });
  test('of anything else is no code', () => {
    for (const text of [
      '',
      'https://cuppa.example/pair',
      `https://cuppa.example/pair?${secret}`,
      'CUPPA:1:abc',
    ])
      expect(readPairCode(text, 'https://cuppa.example')).toBeUndefined();
  });
});
