import type { Gap } from './chains.ts';
import type { First } from './dexie.ts';
import type { LogSummary } from './log-reading.ts';
import { recordOf, type End } from './log-record.ts';
import { discardedBy, discardedKey } from './redact.ts';
import type { Second } from './second.ts';

export type Checked = {
  rebuilt: number;
  changed: Set<string>;
  gaps: Gap[];
  ends: End[];
  emptied: Set<string>;
  turn: number;
};

const STEP = 1000;

/**
 * Makes both stores hold what either holds, and looks for gaps in what they hold together. Reads everything,
 * a piece at a time, so that people can work meanwhile.
 */
export async function compareStores(first: First, second: Second, known: readonly End[]): Promise<Checked> {
  const summary = await openBoth(first, second);
  const changed = new Set<string>();
  let rebuilt = 0;
  const workshops = new Set<string>();
  for (let cursor = 0; ;) {
    const next = await first.scan(cursor, STEP);
    if (next.entries.length === 0) break;
    cursor = next.cursor;
    for (const { workshop } of next.entries) workshops.add(workshop);
    const { mend, redact } = await second.compare(next.entries);
    if (redact.length > 0) await first.bring(redact, []);
    for (const { workshop } of redact) changed.add(workshop);
    if (mend.length === 0) continue;
    await first.mend(mend);
    rebuilt += mend.length;
    for (const { workshop } of mend) changed.add(workshop);
  }
  for (;;) {
    const rest = await second.rest();
    if (rest.length === 0) break;
    rebuilt += await first.bring(rest, []);
    for (const { workshop } of rest) changed.add(workshop);
  }
  for (const workshop of changed) workshops.add(workshop);
  await shareAttachments(first, second, summary.attachments);
  let turn = 0;
  for (const one of summary.about) {
    turn = Math.max(turn, one.turn);
    const mine = await first.about(one.key);
    if (mine === undefined || one.alone) await first.keepAbout(one.key, one.value);
    // The database is asked all the time, so what it says is newer.
    else if (JSON.stringify(mine) !== JSON.stringify(one.value))
      await second.append(
        recordOf({ about: [{ key: one.key, value: mine, turn: one.turn + 1, alone: false }] }),
      );
  }
  // A mark may outlive the workshop that it was made for.
  const gone = new Set(await first.discarded());
  const ends = [...(await first.ends()), ...known].filter(({ workshop }) => !gone.has(workshop));
  const gaps = await second.gaps(ends);
  const emptied = new Set(gaps.map((gap) => gap.workshop).filter((workshop) => !workshops.has(workshop)));
  // Asked again at every check: a log of another tab, or a full disk, may have been in the way.
  await second.scrub().catch(() => 0);
  await second.tidy().catch(() => 0);
  await second.forget();
  return { rebuilt, changed, gaps, ends: await first.ends(), emptied, turn: turn + 1 };
}

/** Opens the log, and makes both know of every workshop that either knows to be discarded. */
async function openBoth(first: First, second: Second): Promise<LogSummary> {
  const summary = await second.open();
  const there = new Set(await first.discarded());
  const logged = new Set(summary.about.flatMap(({ key }) => discardedBy(key) ?? []));
  for (const workshop of logged) if (!there.has(workshop)) await first.discard(workshop);
  const lacking = [...there].filter((workshop) => !logged.has(workshop));
  if (lacking.length === 0) return summary;
  await second.append(
    recordOf({
      about: lacking.map((one) => ({ key: discardedKey(one), value: true, turn: 0, alone: false })),
    }),
  );
  return second.open();
}

async function shareAttachments(first: First, second: Second, logged: readonly string[]): Promise<void> {
  const stored = new Set(await first.attachmentNames());
  // What was redacted takes its photo along: only what is still named comes back.
  const lacking = await first.named(logged.filter((name) => !stored.has(name)));
  for (const name of lacking) {
    const one = await second.attachment(name);
    if (one) await first.bring([], [one]);
  }
  const known = new Set(logged);
  for (const name of stored) {
    if (known.has(name)) continue;
    const one = await first.attachment(name);
    if (one) await second.append(recordOf({ attachments: [one] }));
  }
}
