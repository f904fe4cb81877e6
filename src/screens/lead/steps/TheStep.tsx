import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { People } from '#ui/People.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf } from '../../activity.ts';
import { naming } from '../../joined.ts';
import { Answers, LeadersPart } from '../Now.tsx';
import { turnsTaken } from '../turns.ts';
import { BigStep } from './BigStep.tsx';
import type { Walk } from './useSteps.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; walk: Walk; onPress(): void };

/** One step: its big button, and what is looked at meanwhile. */
export function TheStep({ id, replay, walk, onPress }: Props) {
  const said = useSaid();
  const { opened, part, step, next, on } = walk;
  if (step === 'read')
    return (
      <>
        {opened && !part.asks && <Answers opened={opened} />}
        <BigStep
          phrase={say(part.asks ? 'readQuestion' : 'readThis')}
          hint={say('tapThen')}
          onPress={onPress}
        />
      </>
    );
  if (step === 'round')
    return (
      <>
        <BigStep phrase={say('round')} onPress={onPress} />
        <div className="big-step-below">
          <section className="card stack">
            <h2>{said(turnsTaken(part.room))}</h2>
            <People had={part.room.turns.taken} passed={part.room.turns.passed} of={part.room.here} />
          </section>
          <Button phrase={say('allHad')} mark="tick" big onPress={on} />
        </div>
      </>
    );
  if (step === 'show')
    return (
      <>
        <BigStep phrase={say('show')} onPress={onPress} />
        <Button phrase={say('notNow')} mark="skip" big className="wide" onPress={on} />
      </>
    );
  const seen = opened && part.asks && part.shown && <Answers opened={opened} />;
  if (step === 'together')
    return (
      <>
        <BigStep phrase={say('together')} hint={say('tapThen')} onPress={onPress} />
        {seen}
        {opened && <LeadersPart id={id} opened={opened} shown={part.shown} />}
      </>
    );
  const leads =
    step === 'on' && next ? naming((what) => say('nextIs', { what }), headingOf(replay, next)) : undefined;
  return (
    <>
      <BigStep phrase={say(step)} hint={leads} onPress={onPress} />
      {seen}
    </>
  );
}
