import type { Gap } from './chains.ts';
import type { First } from './dexie.ts';
import { recordOf, type End } from './log-record.ts';
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
  const summary = await second.open();
  const changed = new Set<string>();
  let rebuilt = 0;
  const workshops = new Set<string>();
  for (let cursor = 0; ;) {
    const next = await first.scan(cursor, STEP);
    if (next.entries.length === 0) break;
    cursor = next.cursor;
    for (const { workshop } of next.entries) workshops.add(workshop);
    const { mend } = await second.compare(next.entries);
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
  const ends = [...(await first.ends()), ...known];
  const gaps = await second.gaps(ends);
  const emptied = new Set(gaps.map((gap) => gap.workshop).filter((workshop) => !workshops.has(workshop)));
  await second.tidy().catch(() => 0);
  await second.forget();
  return { rebuilt, changed, gaps, ends: await first.ends(), emptied, turn: turn + 1 };
}

async function shareAttachments(first: First, second: Second, logged: readonly string[]): Promise<void> {
  const stored = new Set(await first.attachmentNames());
  for (const name of logged) {
    if (stored.has(name)) continue;
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
