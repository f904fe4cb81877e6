import { createHash } from 'node:crypto';
import { findGaps } from '#journal/chains.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Database, Snapshot } from '../database/database.ts';
import { hashOf, readEntry } from '../store/entries.ts';
import { readForgotten } from '../store/forgotten.ts';

/** What was looked at, and what is not as it should be; each a plain sentence without anyone's words. */
export type Checked = { looked: string[]; found: string[] };

/** Reads everything that the hub keeps, as it stands at this moment; the hub may go on. */
export function check(database: Database, data: string): Promise<Checked> {
  return database.snapshot(async (frozen) => {
    const parts = [
      await checkFile(database.kind, frozen),
      await checkEntries(frozen),
      await checkAttachments(frozen),
      await checkForgotten(frozen, data),
    ];
    return { looked: parts.flatMap(({ looked }) => looked), found: parts.flatMap(({ found }) => found) };
  });
}

async function checkFile(kind: Database['kind'], frozen: Snapshot): Promise<Checked> {
  if (kind === 'postgres') return { looked: [], found: [] };
  const rows = await frozen.all('PRAGMA integrity_check(10)');
  const found = rows.map((row) => String(row.integrity_check)).filter((text) => text !== 'ok');
  return {
    looked: ['The file of the database was read.'],
    found: found.map((text) => `The file is damaged: ${text}`),
  };
}

/** One workshop after the other, so that memory holds one. */
async function checkEntries(frozen: Snapshot): Promise<Checked> {
  const found: string[] = [];
  let [entries, redacted, chains] = [0, 0, 0];
  const counts = await frozen.all(
    `SELECT entry.workshop AS id, COUNT(*) AS here, MAX(kept) AS reached, MAX(workshop.entries) AS told,
     MAX(workshop."last") AS reached_told, MAX(discarded.workshop) AS gone
     FROM entry LEFT JOIN workshop ON workshop.workshop = entry.workshop
     LEFT JOIN discarded ON discarded.workshop = entry.workshop GROUP BY entry.workshop ORDER BY 1`,
  );
  const [hub] = await frozen.all('SELECT kept FROM hub');
  for (const { id, here, reached, told, reached_told: reachedTold, gone } of counts) {
    const workshop = `Workshop ${String(id)}`;
    if (gone !== null)
      found.push(`${workshop} was removed for good, but ${String(here)} of its entries are here.`);
    else if (told !== here || reachedTold !== reached) found.push(`${workshop} is counted wrongly.`);
    if (Number(reached) > Number(hub?.kept)) found.push(`${workshop} has a number that was never given.`);
    const one = await checkWorkshop(frozen, String(id));
    entries += one.entries;
    redacted += one.redacted;
    chains += one.chains;
    found.push(...one.found);
  }
  const redactedToo = redacted > 0 ? `, ${redacted} of them without what was removed` : '';
  return {
    looked: [
      `${entries} entries of ${counts.length} workshops were read, in ${chains} chains${redactedToo}.`,
    ],
    found,
  };
}

async function checkWorkshop(frozen: Snapshot, id: string) {
  const rows = await frozen.all('SELECT * FROM entry WHERE workshop = ? ORDER BY kept', [id]);
  const found: string[] = [];
  const entries: Entry[] = [];
  for (const row of rows) {
    try {
      const entry = readEntry(row);
      entries.push(entry);
      if (entry.body !== null && hashOf(entry) !== row.hash) {
        found.push(`Entry ${entry.id} of workshop ${id} is not as it was handed in.`);
      }
    } catch {
      found.push(`Entry ${String(row.id)} of workshop ${id} cannot be read.`);
    }
  }
  for (const { tablet, missing, altered } of await findGaps(entries, [])) {
    const chain = `of tablet ${tablet} in workshop ${id}`;
    if (missing > 0) {
      found.push(`${missing} entries ${chain} are missing. Connect that tablet, and let it hand in again.`);
    }
    if (altered > 0) found.push(`${altered} entries ${chain} are not what the next one says.`);
  }
  const redacted = entries.filter(({ body }) => body === null).length;
  const chains = new Set(entries.map(({ tablet }) => tablet)).size;
  return { entries: rows.length, redacted, chains, found };
}

async function checkAttachments(frozen: Snapshot): Promise<Checked> {
  const found: string[] = [];
  let [count, unfinished] = [0, 0];
  for (const { name, bytes, whole } of await frozen.all(
    'SELECT name, bytes, whole FROM attachment ORDER BY name',
  )) {
    if (whole !== 1) {
      unfinished += 1;
      continue;
    }
    count += 1;
    const pieces = await frozen.all('SELECT piece FROM attachment_piece WHERE name = ? ORDER BY begins', [
      String(name),
    ]);
    const sum = createHash('sha256');
    let length = 0;
    for (const { piece } of pieces) {
      if (!(piece instanceof Uint8Array)) continue;
      sum.update(piece);
      length += piece.length;
    }
    if (sum.digest('hex') !== name || length !== bytes) {
      found.push(`The photo or recording ${String(name)} is not as it was handed in.`);
    }
  }
  const unowned = await frozen.all(
    'SELECT 1 FROM attachment WHERE name NOT IN (SELECT name FROM attachment_of)',
  );
  if (unowned.length > 0) found.push(`${unowned.length} photos or recordings belong to no workshop.`);
  const rest = unfinished > 0 ? `; ${unfinished} more are not whole yet` : '';
  return { looked: [`${count} photos and recordings were read${rest}.`], found };
}

/** Nothing that was removed may be here again. */
async function checkForgotten(frozen: Snapshot, data: string): Promise<Checked> {
  const found: string[] = [];
  const back = await frozen.all(
    'SELECT COUNT(*) AS count FROM entry JOIN redaction ON redaction.id = entry.id WHERE entry.body IS NOT NULL',
  );
  if (Number(back[0]?.count) > 0)
    found.push(`${String(back[0]?.count)} entries that were removed are here again.`);
  const known = new Set(
    [
      ...(await frozen.all('SELECT id FROM redaction')),
      ...(await frozen.all('SELECT workshop AS id FROM discarded')),
    ].map(({ id }) => String(id)),
  );
  const lines = await readForgotten(data);
  const unknown = lines.filter((line) => !known.has('redacted' in line ? line.redacted : line.discarded));
  // What was redacted in a workshop that was discarded later is gone with it.
  const lacking = unknown.filter((line) => !('redacted' in line) || !known.has(line.workshop));
  if (lacking.length > 0) {
    found.push(
      `${lacking.length} lines of the list of what was removed were not applied. Stop the hub, and run: npm run hub restore -- --again`,
    );
  }
  return { looked: [`${known.size} removals are remembered.`], found };
}
