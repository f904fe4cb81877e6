import { FIRST, languageNow } from './language.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Today on this tablet's clock, as `2026-03-03`. Only ever for reading. */
export function today(now: Date = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** `2026-03-03` as "Tuesday 3 March", with the year when it is not this one; '' for what is not a day. */
export function dayInWords(day: string, now: string = today()): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !real) return '';
  const [weekday, monthName] = namesOf(at);
  const words = `${weekday} ${date} ${monthName}`;
  return day.slice(0, 4) === now.slice(0, 4) ? words : `${words} ${year}`;
}

/** A time of day as it is said here: "2.05pm". */
export function timeInWords(at: Date): string {
  const hours = at.getHours();
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return `${hours % 12 || 12}.${minutes}${hours < 12 ? 'am' : 'pm'}`;
}

function namesOf(at: Date): [weekday: string, month: string] {
  const language = languageNow();
  if (language === FIRST) return [weekdays[at.getUTCDay()] ?? '', months[at.getUTCMonth()] ?? ''];
  const parts = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).formatToParts(at);
  const named = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return [named('weekday'), named('month')];
}
