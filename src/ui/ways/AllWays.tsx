import { hasWays, tapWays } from '#access/presets.ts';
import { changeWays, useWays, waysNow, type Ways } from '#access/ways.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { languages } from '#words/languages.ts';
import { HowFast } from '../HowFast.tsx';
import type { MarkName } from '../Mark.tsx';
import { useSaid } from '../said.ts';
import { WayTile } from '../WayTile.tsx';
import { say as sayUi } from '../words.ts';
import { say } from './words.ts';

type One = { name: Phrase; set: Partial<Ways>; mark?: MarkName };
/** Of some only one can hold; others are each on or off. */
type Group = { name: Phrase; only: boolean; ways: One[] };

const groups = (): Group[] => [
  {
    name: say('waysLanguage'),
    only: true,
    ways: [...languages].map(([language, { name }]) => ({
      name: asSaid(name),
      set: { language },
      mark: 'globe',
    })),
  },
  {
    name: say('waysWords'),
    only: true,
    ways: [
      { name: sayUi('plainWords'), set: { words: 'plain' } },
      { name: sayUi('easyRead'), set: { words: 'easy' } },
      { name: sayUi('pictures'), set: { words: 'symbols' } },
    ],
  },
  {
    name: say('waysSize'),
    only: true,
    ways: [
      { name: say('usual'), set: { text: 'standard' } },
      { name: sayUi('bigger'), set: { text: 'large' } },
      { name: sayUi('biggest'), set: { text: 'larger' } },
    ],
  },
  {
    name: say('waysColours'),
    only: true,
    ways: [
      { name: say('light'), set: { theme: 'light' } },
      { name: sayUi('dark'), set: { theme: 'dark' } },
      { name: sayUi('contrast'), set: { theme: 'contrast' } },
    ],
  },
  {
    name: say('waysLetters'),
    only: true,
    ways: [
      { name: say('usual'), set: { font: '' } },
      { name: say('clearLetters'), set: { font: 'atkinson' } },
      { name: say('schoolLetters'), set: { font: 'andika' } },
      { name: say('wideLetters'), set: { font: 'lexend' } },
      { name: say('heavyLetters'), set: { font: 'opendyslexic' } },
    ],
  },
  {
    name: say('waysBesides'),
    only: false,
    ways: [
      { name: sayUi('readEach'), set: { readAloud: true }, mark: 'read' },
      { name: sayUi('calm'), set: { calm: true } },
      { name: sayUi('slowTaps'), set: { ignoreMs: 1500 }, mark: 'timer' },
    ],
  },
];

const unchecked = (language: string): boolean => languages.get(language)?.checked === false;

/** Every way by itself, in groups. They combine freely. */
export function AllWays() {
  const ways = useWays(waysNow);
  const said = useSaid();
  return (
    <div className="all-ways">
      {groups().map(({ name, only, ways: ones }) => (
        <fieldset key={name.plain} className="ways-group">
          <legend>{said(name)}</legend>
          <div className="choices ways-tiles">
            {ones.map((one) => {
              const on = hasWays(ways, one.set);
              return (
                <WayTile
                  key={one.name.plain}
                  name={one.name}
                  on={on}
                  wears={{ words: ways.words, ...one.set }}
                  mark={one.mark}
                  onTap={() => changeWays(only ? one.set : tapWays(ways, one.set))}
                />
              );
            })}
          </div>
          {ones.some(({ set }) => set.language === ways.language && unchecked(set.language)) && (
            <p className="hint">{said(say('unchecked'))}</p>
          )}
        </fieldset>
      ))}
      <HowFast />
    </div>
  );
}
