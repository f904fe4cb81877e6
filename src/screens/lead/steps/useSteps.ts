import { useState } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { openActivity, type Opened } from '../../activity.ts';
import { sendToWorkshop } from '../../workshops.ts';
import { backOf, nextOf } from '../order.ts';
import { canHide, isShown } from '../showing.ts';
import { stepsOf, stepToDo, type Part, type Step } from './steps.ts';

export type Walk = {
  opened: Opened | undefined;
  part: Part;
  step: Step;
  at: number;
  /** Counts parts and steps alike: each is a screen of its own to who listens. */
  place: number;
  count: number;
  next: string | undefined;
  /** One step back, or to the part before; nothing to do at the very start. */
  back: (() => void) | undefined;
  /** On to the next step, or to the next part. */
  on(): void;
  /** Follows what was kept from here on. */
  follow(): void;
};

/** Where a leader is who leads step by step. */
export function useSteps(id: string, replay: Replay): Walk {
  /** Where the leader went by a tap. Without one, what was kept tells where they are. */
  const [went, setWent] = useState<{ activity: string; step: Step } | null>(null);
  const { workshop } = replay;
  const found = openActivity(replay, workshop.now);
  const opened = found && !found.activity.removed ? found : undefined;
  const next = nextOf(workshop)?.id;
  const before = backOf(workshop)?.id;
  const part = partOf(replay, opened, next !== undefined);
  const steps = opened ? stepsOf(part) : stepsOf(part).slice(-1);
  const wanted = went?.activity === workshop.now ? went.step : stepToDo(part);
  const at = Math.max(0, steps.indexOf(wanted));
  const step = steps[at] ?? 'finish';

  const goTo = (activity: string): void => void sendToWorkshop(id, [{ type: 'went-to', activity }]);
  const stepTo = (to: number): void => {
    const name = steps[to];
    if (name) setWent({ activity: workshop.now, step: name });
    window.scrollTo(0, 0);
  };
  const partBefore = before === undefined ? undefined : () => goTo(before);
  return {
    opened,
    part,
    step,
    at,
    place: agenda(workshop).findIndex((one) => one.id === workshop.now) * 10 + at,
    count: steps.length,
    next,
    back: at > 0 ? () => stepTo(at - 1) : partBefore,
    on: () => (at < steps.length - 1 ? stepTo(at + 1) : next !== undefined && goTo(next)),
    follow: () => setWent(null),
  };
}

function partOf({ workshop }: Replay, opened: Opened | undefined, more: boolean): Part {
  if (!opened)
    return {
      asks: false,
      hides: false,
      shown: false,
      together: false,
      more,
      room: { here: workshop.here, turns: { taken: 0, passed: 0 } },
    };
  const { kind, setup, room } = opened;
  return {
    asks: kind.round(setup) !== 'none',
    hides: canHide(opened),
    shown: isShown(opened, workshop.shown),
    together: kind.parts.Lead !== undefined,
    more,
    room,
  };
}
