import { useNavigate } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { HardWordsContext } from '#ui/hard-words/Words.tsx';
import { openActivity } from '../activity.ts';
import { heldUp } from '../follow/held.ts';
import { useOrigins } from '../follow/origins.ts';
import { WINDOW } from '../lead/ScreenDialog.tsx';
import { isShown } from '../lead/showing.ts';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { BigCard } from './BigCard.tsx';
import { BigFoot } from './BigFoot.tsx';
import { Hidden, Results } from './Answers.tsx';
import { ScreenButtons } from './ScreenButtons.tsx';
import { say } from './words.ts';

/** The big screen: it follows the leader, and shows nothing that the leader has not shown. */
export function Present() {
  const navigate = useNavigate();
  return (
    <WithWorkshop>
      {(id, replay) => (
        <div className="present">
          <HardWordsContext value="bold">
            <Seen replay={replay} />
          </HardWordsContext>
          <ScreenButtons
            onLeave={() => {
              // A window that the leader's screen opened is closed; this screen goes back to the leader's.
              if (window.name.startsWith(WINDOW)) window.close();
              else void navigate(`/workshop/${id}/lead`);
            }}
          />
        </div>
      )}
    </WithWorkshop>
  );
}

function Seen({ replay }: { replay: Replay }) {
  const { workshop } = replay;
  const held = heldUp(workshop.follow, useOrigins(workshop.follow));
  if (held) return <BigCard {...held} />;
  if (workshop.status === 'preparing')
    return <BigCard phrase={aboutOf(workshop).title} hint={say('welcome')} />;
  if (workshop.status === 'finished') return <BigCard phrase={say('finished')} hint={say('finishedMore')} />;
  const activity = workshop.activities[workshop.now];
  if (!activity || activity.removed)
    return <BigCard phrase={aboutOf(workshop).title} hint={say('between')} />;
  const opened = openActivity(replay, workshop.now);
  if (!opened) return <BigCard phrase={say('newer')} />;
  const Answers = isShown(opened, workshop.shown) ? Results : Hidden;
  return (
    <>
      <Answers opened={opened} />
      <BigFoot opened={opened} shown={workshop.shown} timer={workshop.timer} />
    </>
  );
}
