import * as wire from '#wire/entries.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import { idOf } from '../server/who.ts';
import { keep, since } from '../store/entries.ts';
import { aboutHub } from '../store/epoch.ts';
import { mustReach, rememberHandIns, workshopsOn } from '../tablets/access.ts';
import { hold } from '../tablets/held.ts';
import { followNews } from './follow.ts';

/** Entries: handed in, given back in the order of keeping, and told of. */
export function entriesArea(hub: Hub): void {
  const { database, serve } = hub;
  const handedIn = rememberHandIns(database);
  const epochNow = async () => (await aboutHub(database)).epoch;

  serve(wire.handIn, async ({ body: { entries }, who }) => {
    if (who.kind === 'tablet' && who.revoked) {
      await hold(database, who, entries);
      throw refusals.revoked();
    }
    // Before they are kept: a restore in between is then noticed by the tablet, and nothing is counted as kept.
    const epoch = await epochNow();
    const receipts = await keep(database, entries, idOf(who));
    if (who.kind === 'tablet') {
      await handedIn(
        who.id,
        receipts.map(({ workshop }) => workshop),
      );
    }
    return { epoch, receipts };
  });

  serve(wire.readEntries, async ({ params: { workshop }, query, who }) => {
    await mustReach(database, who, workshop);
    const epoch = await epochNow();
    const most = Math.min(Math.max(query.most, 1), wire.MOST_ENTRIES);
    return { epoch, ...(await since(database, query.after, { workshop, most })) };
  });

  serve(wire.listWorkshops, async ({ who }) => ({
    epoch: await epochNow(),
    workshops: await workshopsOn(database, idOf(who)),
  }));

  followNews(hub);
}
