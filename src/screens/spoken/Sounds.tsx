import type { ReactNode } from 'react';
import { SoundsContext } from '#ui/speech/sounds.ts';
import type { Replay } from '#workshop/replay.ts';
import { promptsOf } from '#workshop/prompts.ts';
import type { Opened } from '../activity.ts';
import { useSounds } from './sounds.ts';

type Props = { replay: Replay; opened: Opened; children: ReactNode };

/** Inside, recorded prompts of this activity are played in place of the tablet's voice. */
export function Sounds({ replay, opened: { activity, kind, setup }, children }: Props) {
  const sounds = useSounds(promptsOf(replay.workshop, activity.id), kind.phrases(setup));
  return <SoundsContext value={sounds}>{children}</SoundsContext>;
}
