import { hasWays } from '#access/presets.ts';
import type { Ways } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { say as sayUi } from '../words.ts';
import { say } from './words.ts';

/** How each way is called on a card, in the order of the card. */
const names: readonly { set: Partial<Ways>; name: Phrase }[] = [
  { set: { words: 'easy' }, name: sayUi('easyRead') },
  { set: { words: 'symbols' }, name: sayUi('pictures') },
  { set: { text: 'large' }, name: sayUi('bigger') },
  { set: { text: 'larger' }, name: sayUi('biggest') },
  { set: { theme: 'dark' }, name: sayUi('dark') },
  { set: { theme: 'contrast' }, name: sayUi('contrast') },
  { set: { font: 'atkinson' }, name: say('clearLetters') },
  { set: { font: 'andika' }, name: say('schoolLetters') },
  { set: { font: 'lexend' }, name: say('wideLetters') },
  { set: { font: 'opendyslexic' }, name: say('heavyLetters') },
  { set: { readAloud: true }, name: sayUi('readEach') },
  { set: { calm: true }, name: sayUi('calm') },
  { set: { scan: 'one' }, name: sayUi('oneSwitch') },
  { set: { scan: 'two' }, name: say('twoSwitches') },
];

/** What differs from how it usually is, as people say it. */
export function waysInWords(ways: Ways): Phrase[] {
  const told = names.filter(({ set }) => hasWays(ways, set)).map(({ name }) => name);
  const slow = ways.ignoreMs > 500 ? [sayUi('slowTaps')] : [];
  const held = ways.holdMs > 0 ? [say('heldPress')] : [];
  const all = [...told, ...slow, ...held];
  return all.length > 0 ? all : [say('cardUsual')];
}
