import { useEffect, useState } from 'react';
import type { Ways } from '#access/ways.ts';
import { handRound } from '#kiosk/handed.ts';
import type { Replay } from '#workshop/replay.ts';
import { openActivity } from '../activity.ts';
import { announce } from '#ui/Status.tsx';
import { prepare } from '../Part.tsx';
import { Sounds } from '../spoken/Sounds.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { Curtain, type After } from './Curtain.tsx';
import { Leaving } from './Leaving.tsx';
import { MyTurn } from './MyTurn.tsx';
import { useTurn } from './useTurn.ts';

/** One tablet, many people: the curtain, a turn, the curtain. */
export function TakePart() {
  return <WithWorkshop>{(id, replay) => <GoingRound key={id} id={id} replay={replay} />}</WithWorkshop>;
}

function GoingRound({ id, replay }: { id: string; replay: Replay }) {
  const { looking, turn, begin, change, end } = useTurn(id, replay);
  const [after, setAfter] = useState<After>('');
  const [leaving, setLeaving] = useState(false);
  useEffect(() => void handRound(id), [id]);

  const opened = openActivity(replay, turn?.activity ?? replay.workshop.now);
  const screen = opened?.kind.parts.Screen;
  useEffect(() => {
    if (screen) void prepare(screen);
  }, [screen]);
  const shown = replay.workshop.shown.includes(opened?.activity.id ?? '');
  if (looking) return null;
  if (leaving)
    return (
      <Leaving workshop={id} unfinished={turn !== null} onClear={end} onStay={() => setLeaving(false)} />
    );

  const visible = opened && (shown || !opened.kind.hides(opened.setup)) ? opened.state : opened?.kind.start();
  if (!turn || !opened?.kind.turn) {
    const start = (worn?: Ways): void => {
      if (!opened?.kind.turn) return;
      setAfter('');
      // That the last answer is saved is nothing for whoever comes next.
      announce('');
      const { taken, passed } = opened.room.turns;
      begin(opened.activity.id, opened.kind.turn.start(opened.setup, taken + passed, visible), worn);
    };
    return (
      <Curtain
        workshop={id}
        replay={replay}
        opened={opened}
        after={after}
        closed={shown && opened?.kind.round(opened.setup) === 'sealed'}
        onMyTurn={() => start()}
        onCard={start}
        onLeader={() => setLeaving(true)}
      />
    );
  }
  return (
    <Sounds replay={replay} opened={opened}>
      <MyTurn
        key={turn.turnId}
        replay={replay}
        opened={opened}
        visible={visible}
        turn={turn}
        onChange={change}
        onEnd={async (how) => {
          setAfter(how);
          await end();
        }}
        onLeader={() => setLeaving(true)}
      />
    </Sounds>
  );
}
