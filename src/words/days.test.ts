import { describe, expect, it } from 'vitest';
import { dayInWords, today } from './days.ts';

describe('a day in words', () => {
  it('says the weekday, the date and the month, and leaves this year out', () => {
    expect(dayInWords('2026-03-03', '2026-01-31')).toBe('Tuesday 3 March');
  });
  it('says the year when it is another one', () => {
    expect(dayInWords('2027-03-03', '2026-12-31')).toBe('Wednesday 3 March 2027');
  });
  it('says nothing for what is not a day', () => {
    for (const day of ['', 'soon', '2026-02-30', '2026-3-3', '2026-13-01']) expect(dayInWords(day)).toBe('');
  });
  it('reads today from the tablet’s own clock', () => {
    expect(today(new Date(2026, 2, 3, 23, 59))).toBe('2026-03-03');
  });
});
