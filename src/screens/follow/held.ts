import type { Follow } from '#workshop/follow.ts';
import { heardLines } from '#workshop/heard.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { becameOf, lastTime } from '#workshop/series.ts';
import { joined } from '../joined.ts';
import { outcomeWords, pictured } from './told.ts';
import { say } from './words.ts';

type Held = { lead: Phrase; phrase: Phrase; hint?: Phrase };

/** What is read out to the room now, as the big screen shows it; undefined while nothing is. */
export function heldUp(follow: Follow, origins: Readonly<Record<string, Follow>>): Held | undefined {
  if (follow.heldUp === '') return undefined;
  const line = heardLines(follow).find(({ id }) => id === follow.heldUp);
  if (line) {
    return { lead: say('youSaid'), phrase: pictured(line.words, 'talk'), hint: say('aloudAsk') };
  }
  const promise = lastTime(follow).find(({ id }) => id === follow.heldUp);
  if (!promise) return undefined;
  const outcomes = becameOf(follow, promise.id, origins[promise.from.workshop]).map(outcomeWords);
  const answers = promise.as !== 'will' || promise.heard !== undefined;
  return {
    lead: say(answers ? 'weWill' : 'youSaid'),
    phrase: pictured(promise.words, 'promise'),
    hint: outcomes.length > 0 ? joined(...outcomes) : say('stillOpen'),
  };
}
