import type { FastifyRequest } from 'fastify';
import * as wire from '#wire/entries.ts';
import { makeFollowers, type Follower } from './followers.ts';
import { findWho } from '../door/find-who.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import { checkRole } from '../server/serve-route.ts';
import { idOf, type Who } from '../server/who.ts';
import type { OneNews } from '#wire/entries.ts';
import { ALL, tabletsWith, workshopsOn } from '../tablets/access.ts';

/** What comes within this time is told at once: many tablets hand in together. */
const GATHER_MS = 25;
const HEARTBEAT_MS = 15_000;

type Known = { who: Who; request: FastifyRequest };
type Listener = Follower & Known;

/** Tells everybody who follows which workshops have come further, each only of its own. */
export function followNews({ app, database, serve, news }: Hub): void {
  const followers = makeFollowers<Known>();
  const fresh = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const lookAgain = async (listener: Listener) => {
    const { who } = listener;
    const all = who.kind === 'tablet' ? await workshopsOn(database, who.id) : await everyWorkshop();
    for (const { workshop, cursor } of all) listener.say({ workshop, cursor });
  };
  const everyWorkshop = async () => {
    const rows = await database.all('SELECT workshop, "last" AS reached FROM workshop');
    return rows.map(({ workshop, reached }) => ({ workshop: String(workshop), cursor: Number(reached) }));
  };
  /** Whoever cannot be told is let go: they come again, and look for themselves. */
  const orLetGo = (work: Promise<unknown>) => void work.catch(() => followers.endAll());

  const tellOne = async (one: OneNews) => {
    const tablets = await tabletsWith(database, one.workshop);
    for (const { who, say } of followers.all()) {
      if (who.kind === 'tablet' ? tablets.has(ALL) || tablets.has(who.id) : true) say(one);
    }
  };
  const tell = () => {
    timer = undefined;
    const all = [...fresh].map(([workshop, cursor]) => ({ workshop, cursor }));
    fresh.clear();
    if (followers.all().length > 0) orLetGo(Promise.all(all.map(tellOne)));
  };
  const stop = news.listen((one) => {
    // Also after a tablet was disconnected.
    if (!one) return orLetGo(checkAll().then(() => Promise.all(followers.all().map(lookAgain))));
    fresh.set(one.workshop, Math.max(one.cursor, fresh.get(one.workshop) ?? 0));
    timer ??= setTimeout(tell, GATHER_MS);
  });

  /** Somebody may have been refused since they began to follow. */
  const check = async (listener: Listener) => {
    try {
      checkRole(await findWho(database, listener.request), wire.followNews.roles);
      listener.beat();
    } catch {
      listener.end();
    }
  };
  const checkAll = () => Promise.all(followers.all().map(check));
  const heart = setInterval(() => void checkAll(), HEARTBEAT_MS);
  app.addHook('preClose', async () => {
    stop();
    clearTimeout(timer);
    clearInterval(heart);
    followers.endAll();
  });

  serve(wire.followNews, async ({ who, request, reply }) => {
    const listener = followers.add(`${who.kind} ${idOf(who)}`, { who, request });
    if (!listener) throw refusals.busy(30);
    // A tablet is told where each of its workshops stands: nothing is missed between looking and listening.
    if (who.kind === 'tablet') orLetGo(lookAgain(listener));
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(listener.stream);
  });
}
