import { Readable } from 'node:stream';
import type { OneNews } from '#wire/entries.ts';

/** More than this unread, and the one who reads is no longer there, or far too slow. */
const MOST_UNREAD = 64_000;
const MOST_FOLLOWERS = 1000;
/** Of one tablet or account: windows, and lines whose other end is gone without a word. */
const MOST_OF_ONE = 8;

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
  let isOver = false;
  const write = (text: string) => {
    if (stream.destroyed || isOver) return;
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
      if (!stream.destroyed && !isOver) stream.push(null);
      isOver = true;
    },
  };
}

/** Everybody who follows through this process, up to so many. */
export function makeFollowers<Known>() {
  const all = new Map<Follower, { by: string; listener: Follower & Known }>();
  return {
    /** `by` says whose it is: of too many, the oldest of their own ends. */
    add(by: string, known: Known): (Follower & Known) | undefined {
      const own = [...all.values()].filter((one) => one.by === by);
      if (own.length >= MOST_OF_ONE) own[0]?.listener.end();
      else if (all.size >= MOST_FOLLOWERS) return undefined;
      const follower = newFollower(() => all.delete(follower));
      const listener = { ...follower, ...known };
      all.set(follower, { by, listener });
      return listener;
    },
    all: (): (Follower & Known)[] => Array.from(all.values(), ({ listener }) => listener),
    endAll: () => all.forEach(({ listener }) => listener.end()),
  };
}
