import { useEffect, useState } from 'react';
import { beginPerson, useWays, type Ways } from '#access/ways.ts';
import { keepDraft, readDraft } from '#journal/draft.ts';
import { forgetPerson } from '#kiosk/forget.ts';
import { newTurn, readUnfinished, type Unfinished } from '#kiosk/turn.ts';
import type { Replay } from '#workshop/replay.ts';
import { openActivity } from '../activity.ts';

type Found = { state: 'looking' } | { state: 'none' } | { state: 'turn'; turn: Unfinished };

/**
 * The turn of whoever holds the tablet. Kept at every step, so that a crash loses nothing;
 * forgotten at the end, so that the next person finds nothing.
 */
export function useTurn(workshop: string, replay: Replay) {
  const [found, setFound] = useState<Found>({ state: 'looking' });

  useEffect(() => {
    let gone = false;
    void readDraft().then((kept) => {
      if (gone) return;
      const left = readUnfinished(kept);
      const opened = left?.workshop === workshop ? openActivity(replay, left.activity) : undefined;
      const draft = opened?.kind.readDraft(left?.draft);
      if (!left || draft === undefined) return setFound({ state: 'none' });
      beginPerson(left.ways);
      setFound({ state: 'turn', turn: { ...left, draft } });
    });
    return () => {
      gone = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looked for once, when the screen opens: later the turn lives here
  }, [workshop]);

  // Ways that change in the middle belong to the turn, and come back with it after a crash.
  useEffect(
    () =>
      useWays.subscribe(({ person }) => {
        if (!person) return;
        setFound((now) => {
          if (now.state !== 'turn' || now.turn.ways === person) return now;
          const turn = { ...now.turn, ways: person };
          void keepDraft(turn);
          return { state: 'turn', turn };
        });
      }),
    [],
  );

  const change = (turn: Unfinished): void => {
    setFound({ state: 'turn', turn });
    void keepDraft(turn);
  };
  return {
    looking: found.state === 'looking',
    turn: found.state === 'turn' ? found.turn : null,
    /** A turn begins in the ways of the room, or in those that a card tells of. */
    begin(activity: string, draft: unknown, worn?: Ways): void {
      beginPerson(worn);
      const ways = useWays.getState().person ?? useWays.getState().tablet;
      change(newTurn(workshop, activity, draft, ways));
    },
    change,
    /** The person hands over: nothing of them stays. */
    async end(): Promise<void> {
      setFound({ state: 'none' });
      await forgetPerson();
    },
  };
}
