import { WithWorkshop } from '../WithWorkshop.tsx';
import { BeforeStart } from './BeforeStart.tsx';
import { Finished } from './Finished.tsx';
import { Running } from './Running.tsx';

const screens = { preparing: BeforeStart, running: Running, finished: Finished };

/** The leader's screen: before the start, while it runs, and once it is finished. */
export function Lead() {
  return (
    <WithWorkshop>
      {(id, replay) => {
        const Screen = screens[replay.workshop.status];
        return <Screen id={id} replay={replay} />;
      }}
    </WithWorkshop>
  );
}
