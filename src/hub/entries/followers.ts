import { Readable } from 'node:stream';
import type { OneNews } from '../server/news.ts';

/** More than this unread, and the one who reads is no longer there, or far too slow. */
const MOST_UNREAD = 64_000;
const MOST_FOLLOWERS = 1000;

/** One open answer that goes on until either side ends it. */
export type Follower = {
  stream: Readable;
  say: (news: OneNews) => void;
  /** Shows that the line still stands, to whatever is in between. */
  beat: () => void;
  end: () => void;
};

/** Makes an open answer of server-sent events. */
function newFollower(ended: () => void): Follower {
  // What is not read yet waits in the stream: nothing is asked of anybody, so `read` has nothing to do.
  const stream = new Readable({ read: () => undefined });
  stream.once('close', ended);
  const write = (text: string) => {
    if (stream.destroyed || stream.readableEnded) return;
    stream.push(text);
    if (stream.readableLength > MOST_UNREAD) stream.destroy();
  };
  // Sends the headers off at once.
  write(': Cuppa\n\n');
  return {
    stream,
    say: (news) => write(`data: ${JSON.stringify(news)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => {
      if (!stream.destroyed) stream.push(null);
    },
  };
}

/** Everybody who follows through this process, up to so many. */
export function makeFollowers<Known>() {
  const all = new Map<Follower, Follower & Known>();
  return {
    add(known: Known): (Follower & Known) | undefined {
      if (all.size >= MOST_FOLLOWERS) return undefined;
      const follower = newFollower(() => all.delete(follower));
      const listener = { ...follower, ...known };
      all.set(follower, listener);
      return listener;
    },
    all: (): (Follower & Known)[] => [...all.values()],
    endAll: () => all.forEach(({ end }) => end()),
  };
}
