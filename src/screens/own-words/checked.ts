import type { Phrase } from '#workshop/phrase.ts';
import type { Checked } from '#workshop/workshop.ts';
import { dayInWords } from '#words/days.ts';
import { joined } from '../joined.ts';
import { say } from './words.ts';

/** Who checked the words, and when; or, as honestly, that nobody has yet. */
export function checkedLine(checked: Checked | null): Phrase {
  if (!checked) return say('notChecked');
  const line = say('checkedBy', { who: checked.by, date: dayInWords(checked.on, '') });
  return checked.changed ? joined(line, say('changedSince')) : line;
}

/** The same on paper, where no heading says what was checked. */
export function checkedOnPaper(checked: Checked | null): Phrase {
  return checked ? checkedLine(checked) : say('checkedHead');
}
