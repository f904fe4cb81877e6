import { useState } from 'react';
import { hasWays, presets, tapWays, type Preset } from '#access/presets.ts';
import { changeWays, useWays, waysNow, type Ways } from '#access/ways.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Later } from './Later.tsx';
import type { MarkName } from './Mark.tsx';
import { useSaid } from './said.ts';
import { WayTile } from './WayTile.tsx';
import { say } from './words.ts';

/** What is asked for most, each by what it looks like, never by the name of a need. */
const tiles: { name: Preset; mark?: MarkName }[] = [
  { name: 'bigger' },
  { name: 'easyRead' },
  { name: 'pictures' },
  { name: 'contrast' },
  { name: 'readEach', mark: 'read' },
  { name: 'calm' },
];

const allWays = async () => (await import('./ways/AllWays.tsx')).AllWays;
const howIPress = async () => (await import('./press/HowIPress.tsx')).HowIPress;
const cardSheet = async () => (await import('./ways/CardSheet.tsx')).CardSheet;

/** The tiles of "How do you want it?". A tap changes the tablet at once, a second tap takes it back. */
export function WaysTiles() {
  const ways = useWays(waysNow);
  const [all, setAll] = useState(false);
  const [card, setCard] = useState(false);
  const [hands, setHands] = useState(false);
  return (
    <>
      {all ? (
        <Later load={allWays} props={{}} />
      ) : (
        <div className="choices ways-tiles">
          {tiles.map(({ name, mark }) => (
            <WayTile
              key={name}
              name={say(name)}
              on={hasWays(ways, presets[name])}
              wears={{ words: ways.words, ...presets[name] }}
              mark={mark}
              onTap={() => changeWays(tapWays(ways, presets[name]))}
            />
          ))}
        </div>
      )}
      <div className="ways-more">
        <Button
          phrase={say('oneSwitch')}
          mark="press"
          big
          pressed={hasWays(ways, presets.oneSwitch)}
          onPress={() => changeWays(tapWays(ways, presets.oneSwitch))}
        />
        <Button phrase={say('howIPress')} mark="settings" big onPress={() => setHands(true)} />
        <Button phrase={say('myCard')} mark="card" big onPress={() => setCard(true)} />
        <Button
          phrase={all ? say('fewerWays') : say('moreWays')}
          big
          mark={all ? 'up' : 'settings'}
          onPress={() => setAll(!all)}
        />
      </div>
      {hands && <Later load={howIPress} props={{ onClose: () => setHands(false) }} />}
      {card && <Later load={cardSheet} props={{ onClose: () => setCard(false) }} />}
    </>
  );
}

/** "How I want it" as a sheet over any screen: nothing beneath it is lost. */
export function HowIWantIt({ open, onClose }: { open: boolean; onClose(): void }) {
  const said = useSaid();
  const [before, setBefore] = useState<Ways | null>(null);
  const now = useWays(waysNow);
  if (open && before === null) setBefore(now);
  if (!open && before !== null) setBefore(null);
  return (
    <Dialog
      title={say('howTitle')}
      open={open}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('asItWas')} mark="undo" big onPress={() => before && changeWays(before)} />
          <Button phrase={say('thisIsGood')} mark="tick" weight="go" big onPress={onClose} />
        </>
      }
    >
      <p>{said(say('howHint'))}</p>
      <WaysTiles />
    </Dialog>
  );
}
