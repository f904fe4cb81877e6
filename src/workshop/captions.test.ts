import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLines, readVtt, toLines, toVtt } from './captions.ts';

const file = `WEBVTT - from the interpreter

NOTE nothing to show

1
00:00.500 --> 00:02.000 line:0
<v Ann>Welcome.</v>

00:00:02.000 --> 00:00:05.250
What helps you
to take part?
`;

describe('captions', () => {
  test('are read from a WebVTT file, with what only places them left out', () => {
    expect(readVtt(file)).toEqual([
      { from: 0.5, to: 2, text: 'Welcome.' },
      { from: 2, to: 5.25, text: 'What helps you to take part?' },
    ]);
  });

  test.each(['', 'hello', 'WEBVTT', '1\n00:00:01,000 --> 00:00:02,000\nA file of another form'])(
    'are not made of what is no such file: %j',
    (text) => expect(readVtt(text)).toBeUndefined(),
  );

  test('typed without times share the film out by their length', () => {
    expect(fromLines('Tea?\n\n Tea or water? ', 10)).toEqual([
      { from: 0, to: (10 * 4) / 17, text: 'Tea?' },
      { from: (10 * 4) / 17, to: 10, text: 'Tea or water?' },
    ]);
  });

  test('typed with a time start then', () => {
    expect(fromLines('0:00 Hello\n0:04 Goodbye', 9)).toEqual([
      { from: 0, to: 4, text: 'Hello' },
      { from: 4, to: 9, text: 'Goodbye' },
    ]);
  });

  test('come back from the file that is made of them, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 }),
        fc.nat({ max: 600 }),
        (lines, seconds) => {
          const cues = fromLines(lines.join('\n'), seconds);
          const again = readVtt(toVtt(cues)) ?? [];
          const shown = (text: string) => text.replaceAll('-->', '→').replaceAll('<', '‹').trim();
          expect(again.map(({ text }) => text)).toEqual(cues.map(({ text }) => shown(text)));
          for (const { from, to } of cues) expect(to).toBeGreaterThan(from);
        },
      ),
    );
  });

  test('can be typed over', () => {
    expect(toLines(fromLines('0:00 Hello\n1:04 Goodbye', 90))).toBe('0:00 Hello\n1:04 Goodbye');
  });
});
