import { describe, expect, test } from 'vitest';
import { findPersonal } from './personal.ts';

const found = (text: string): string[] =>
  findPersonal(text).map(({ what, text: words }) => `${what}: ${words}`);

describe('what a person could be known by', () => {
  test.each([
    ['Ring me on 01904 551550 after 3', 'phone: 01904 551550'],
    ['07700 900123', 'phone: 07700 900123'],
    ['mobile:07700900123.', 'phone: 07700900123'],
    ['(020) 7946 0018', 'phone: (020) 7946 0018'],
    ['+44 (0)7700 900 123', 'phone: +44 (0)7700 900 123'],
    ['+353 1 496 0123', 'phone: +353 1 496 0123'],
    [
      'write to jo.o’neil... no, to jo_smith+hall@example.org.uk please',
      'email: jo_smith+hall@example.org.uk',
    ],
    ['I live near YO1 7EP', 'postcode: YO1 7EP'],
    ['sw1a1aa', 'postcode: sw1a1aa'],
    ['it is m1 1ae', 'postcode: m1 1ae'],
    ['B1 2ND', 'postcode: B1 2ND'],
    ['My number is 943 476 5919', 'nhs: 943 476 5919'],
    ['9434765919', 'nhs: 9434765919'],
    ['943-476-5919', 'nhs: 943-476-5919'],
    ['Mrs Okafor is kind', 'name: Mrs Okafor'],
    ['ask Dr. O’Brien-Jones', 'name: Dr. O’Brien-Jones'],
    ['Councillor McDonald said no', 'name: Councillor McDonald'],
    ['Miss Ŵyn helped', 'name: Miss Ŵyn'],
    ['mr smith never listens', 'name: mr smith'],
    ['MRS JONES', 'name: MRS JONES'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['The bus is at 10.15 and 11.45'],
    ['We need £1,000,000 for 2026 2027'],
    ['Meet on 03/12/2026 at 2.30pm'],
    ['Ring 111, 999 or 0800 1111'],
    ['The council is on 0300 123 1234'],
    ['1234567890 stars'],
    ['0000000000'],
    ['Room B1 2nd floor, or E4 4th row'],
    ['A1 4AB is a label and QQ1 1AA is nowhere'],
    ['I miss York and the MS Society'],
    ['Miss the bus and you walk'],
    ['My doctor said so. The nurse was kind.'],
    ['The Lord Mayor came, and so did Father Christmas'],
    ['see you @ the hall'],
    ['£20 a week x 52'],
    [''],
  ])('nothing in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('tells of each once, in the order of the text', () => {
    const text = 'Dr Patel, 07700 900123, LS1 4DY, 943 476 5919, a@b.org';
    expect(findPersonal(text).map(({ what }) => what)).toEqual(['name', 'phone', 'postcode', 'nhs', 'email']);
    expect(findPersonal(text).every((each) => text.startsWith(each.text, each.at))).toBe(true);
  });

  test('a long text takes no long time', () => {
    const started = performance.now();
    findPersonal('0 0 '.repeat(250) + 'a.'.repeat(500) + "O'".repeat(300));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
