import { useState } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { useSaid } from '#ui/said.ts';
import { adoptedRules, headingOf, openActivity } from '../activity.ts';
import { Notices } from '../Notices.tsx';
import { Agenda } from './Agenda.tsx';
import { CopyOffer } from './CopyOffer.tsx';
import { Foot } from './Foot.tsx';
import { Now } from './Now.tsx';
import { PinDialog } from './PinDialog.tsx';
import { Sheets, type Sheet } from './Sheets.tsx';
import { useRound } from './useRound.ts';
import { Where } from './Where.tsx';
import { say } from './words.ts';

/** The leader's screen while the workshop runs: the agenda at the side, and where the room is. */
export function Running({ id, replay }: { id: string; replay: Replay }) {
  const [sheet, setSheet] = useState<Sheet>('');
  const round = useRound(id);
  const said = useSaid();
  const { workshop } = replay;
  const opened = openActivity(replay, workshop.now);
  return (
    <Frame
      title={titleOf(replay)}
      where={<Where workshop={workshop} />}
      help={[say('helpNext'), say('helpRound'), say('helpShow'), say('helpCards')]}
      onStop={() => setSheet('cards')}
      rules={adoptedRules(replay)}
      notice={
        <>
          <Notices />
          <CopyOffer id={id} replay={replay} />
        </>
      }
      done={<Foot id={id} replay={replay} opened={opened} onOpen={setSheet} />}
    >
      <div className="lead-grid">
        {/* The part of now comes first for those who listen or use keys; wide screens put it at the right. */}
        <div className="stack lead-now">
          <Now
            id={id}
            replay={replay}
            title={titleOf(replay)}
            hint={hintOf(replay)}
            opened={opened}
            onRound={round.start}
          />
        </div>
        <aside className="side" aria-labelledby="agenda-title">
          <Agenda replay={replay} />
          <div className="side-foot stack">
            <Button phrase={say('add')} mark="plus" onPress={() => setSheet('add')} />
            <Button phrase={say('changeAgenda')} mark="more" onPress={() => setSheet('agenda')} />
          </div>
        </aside>
      </div>
      <Sheets id={id} replay={replay} sheet={sheet} onOpen={setSheet} onClose={() => setSheet('')} />
      {round.offering && <PinDialog onGo={round.go} onClose={round.close} />}
      <p className="seen-by-readers">{said(say('leading'))}</p>
    </Frame>
  );
}

function isThere({ workshop }: Replay): boolean {
  return workshop.activities[workshop.now]?.removed === false;
}

function titleOf(replay: Replay): Phrase {
  if (isThere(replay)) return headingOf(replay, replay.workshop.now);
  return agenda(replay.workshop).length === 0 ? say('nothingYet') : say('noneNow');
}

function hintOf(replay: Replay): Phrase | undefined {
  if (isThere(replay)) return undefined;
  return agenda(replay.workshop).length === 0 ? say('nothingYetHint') : say('noneNowHint');
}
