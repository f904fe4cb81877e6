import { openActivity } from '#activities/open.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { say } from './words.ts';

export { openActivity, type Opened } from '#activities/open.ts';

/** What the agenda calls an activity; one that needs a newer app says so. */
export function headingOf(replay: Replay, id: string): Phrase {
  const opened = openActivity(replay, id);
  return opened ? opened.kind.heading(opened.setup) : say('needsNewer');
}

/** The ground rules that the group has adopted, of every activity of the workshop. */
export function adoptedRules(replay: Replay): Phrase[] {
  return Object.keys(replay.workshop.activities).flatMap((id) => {
    const opened = replay.workshop.activities[id]?.removed ? undefined : openActivity(replay, id);
    return opened?.kind.rules?.(opened.setup, opened.state) ?? [];
  });
}
