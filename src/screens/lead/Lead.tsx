import type { Replay } from '#workshop/replay.ts';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { BeforeStart } from './BeforeStart.tsx';
import { Finished } from './Finished.tsx';
import { Running } from './Running.tsx';
import { useLeftClosed } from './useLeftClosed.ts';

const screens = { preparing: BeforeStart, running: Running, finished: Finished };

/** The leader's screen: before the start, while it runs, and once it is finished. */
export function Lead() {
  return <WithWorkshop>{(id, replay) => <Now id={id} replay={replay} />}</WithWorkshop>;
}

function Now({ id, replay }: { id: string; replay: Replay }) {
  useLeftClosed(id, replay.workshop.shown);
  const Screen = screens[replay.workshop.status];
  return <Screen id={id} replay={replay} />;
}
