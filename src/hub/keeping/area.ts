import * as wire from '#wire/keeping.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import { removeUnfinished } from '../store/attachments.ts';
import { bringDatesUp, datedBefore, naming, withoutDate } from './dates.ts';
import { removeWords, removeWorkshop } from './remove.ts';
import { dayOf, daysAfter, sweep, waitsUntil } from './sweep.ts';

/** Often enough that a hub which is switched off at night looks every day. */
const HOUR_MS = 3_600_000;
/** After a start others come first. */
const FIRST_MS = 60_000;
const MOST_WITHOUT = 100;
const MOST_NAMING = 200;

/** Keeping dates, what is removed after them, and what somebody asked to be forgotten. */
export function keepingArea(hub: Hub): void {
  const { app, database, serve } = hub;

  serve(wire.keepingSoon, async () => {
    const today = dayOf(new Date());
    await bringDatesUp(database);
    const removed = await database.all(
      'SELECT workshop, done_by, done_at FROM discarded WHERE done_at >= ? ORDER BY done_at DESC',
      [daysAfter(today, -wire.DAYS_AHEAD)],
    );
    return {
      today,
      waits: await waitsUntil(database, today),
      soon: await datedBefore(database, daysAfter(today, wire.DAYS_AHEAD)),
      without: await withoutDate(database, MOST_WITHOUT),
      removed: removed.map(({ workshop, done_by: by, done_at: at }) => ({
        workshop: String(workshop),
        at: String(at),
        byHub: by === 'hub',
      })),
    };
  });

  serve(wire.removeWorkshop, async ({ params: { workshop }, who }) => {
    if (!(await removeWorkshop(hub, workshop, who))) throw refusals.notFound();
    return {};
  });

  serve(wire.findNaming, async ({ body }) => {
    const entries = await naming(database, body.entries, MOST_NAMING + 1);
    return { entries: entries.slice(0, MOST_NAMING), more: entries.length > MOST_NAMING };
  });

  serve(wire.redactEntries, async ({ params: { workshop }, body: { entries }, who }) => ({
    removed: await removeWords(hub, workshop, [...new Set(entries)], who),
  }));

  const look = () =>
    sweep(hub)
      .then(
        (removed) => removed.length > 0 && app.log.info({ removed: removed.length }, 'Keeping dates over'),
      )
      .then(() => removeUnfinished(database))
      // The next hour tries again.
      .catch((error: unknown) =>
        app.log.error({ name: error instanceof Error ? error.name : '' }, 'No sweep'),
      );
  const first = setTimeout(() => void look(), FIRST_MS).unref();
  const hourly = setInterval(() => void look(), HOUR_MS).unref();
  app.addHook('onClose', async () => {
    clearTimeout(first);
    clearInterval(hourly);
  });
}
