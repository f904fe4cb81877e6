import type { Timer } from '#workshop/workshop.ts';
import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import type { Opened } from '../activity.ts';
import { useMinutesLeft } from '../lead/minutes.ts';
import { Mug } from '../lead/Mug.tsx';
import { isShown } from '../lead/showing.ts';
import { turnsTaken } from '../lead/turns.ts';
import { say as sayLead } from '../lead/words.ts';

type Props = { opened: Opened; shown: readonly string[]; timer: Timer | null };

/** The foot of the big screen: whose turns these are, how much time there is, and the cup. */
export function BigFoot({ opened, shown, timer }: Props) {
  const said = useSaid();
  const left = useMinutesLeft(timer);
  const { kind, setup, room } = opened;
  // While answers are hidden the turns stand in the middle of the screen already.
  const turns = kind.round(setup) !== 'none' && isShown(opened, shown);
  return (
    <footer className="big-foot">
      <span>{turns && `${said(turnsTaken(room))}.`}</span>
      {timer && left !== null && (
        <span className="big-timer">
          <Mug left={left} of={timer.minutes} />
          {said(left > 0 ? sayLead('left', { count: left }) : sayLead('timeUp'))}
        </span>
      )}
      <Logo />
    </footer>
  );
}
