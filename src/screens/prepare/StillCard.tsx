import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { useSaid } from '#ui/said.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { openActivity } from '../activity.ts';
import { joined, naming } from '../joined.ts';
import { remarksOf } from './remarks.ts';
import { say } from './words.ts';

/** What is still to be looked at in the whole agenda, and how long it takes. */
export function StillCard({ replay }: { replay: Replay }) {
  const said = useSaid();
  const opened = agenda(replay.workshop).flatMap(({ id }) => openActivity(replay, id) ?? []);
  if (opened.length === 0) return null;
  const count = opened.flatMap(({ kind, setup }) => remarksOf(kind.phrases(setup))).length;
  const minutes = opened.reduce((sum, { kind, setup }) => sum + kind.minutes(setup), 0);
  return (
    <section className="card stack">
      <h2>{said(count > 0 ? say('stillCount', { count }) : say('still'))}</h2>
      <p>{said(say(count > 0 ? 'stillHint' : 'nothingStill'))}</p>
      {minutes > 0 && (
        <p className="quiet">{said(naming((what) => say('planned', { what }), lasting(minutes)))}</p>
      )}
    </section>
  );
}

/** "3 hours 20 minutes", to the next 5 minutes once it is more than an hour. */
function lasting(minutes: number): Phrase {
  const whole = minutes > 60 ? Math.ceil(minutes / 5) * 5 : minutes;
  const [h, m] = [Math.floor(whole / 60), whole % 60];
  return joined(
    ...(h > 0 ? [say('hours', { count: h })] : []),
    ...(m > 0 ? [say('minutes', { count: m })] : []),
  );
}
