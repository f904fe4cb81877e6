import * as v from 'valibot';
import { decodeRecords, encodeRecord } from './log-file.ts';
import { LogRecordSchema, type LogRecord } from './log-record.ts';
import { discardedBy, isAboutWorkshop, namesIn, withoutWords } from './redact.ts';

type Read = { name: string; texts: string[]; condemned: boolean };
/** A log as it must be; nothing for `texts` if nothing of it may stay. */
export type Scrubbed = { name: string; texts: string[] };

/** A log whose first byte is zero was being wiped: what it held is in another one. */
export const isCondemned = (bytes: Uint8Array): boolean => bytes[0] === 0;

/** The bytes of a whole log. */
export function encodeLog(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const records = texts.map(encodeRecord);
  const all = new Uint8Array(records.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const record of records) {
    all.set(record, at);
    at += record.length;
  }
  return all;
}

/** What a log holds, to be scrubbed. */
export function readLog(name: string, bytes: Uint8Array<ArrayBuffer>): Read {
  const condemned = isCondemned(bytes);
  return { name, texts: condemned ? [] : decodeRecords(bytes).texts, condemned };
}

/**
 * The logs that must be written anew, and what may stand in them: no words of an entry that stands without words in
 * any of them, nothing of a workshop that any of them says was discarded, no attachment that nobody names any more.
 */
export function scrubbed(logs: readonly Read[]): Scrubbed[] {
  const records = new Map<string, LogRecord>();
  for (const { texts } of logs) {
    for (const text of texts) {
      const record = v.safeParse(LogRecordSchema, JSON.parse(text));
      // What a newer version wrote stays as it is.
      if (record.success) records.set(text, record.output);
    }
  }
  const all = [...records.values()];
  const discarded = new Set(all.flatMap(({ about }) => about.flatMap(({ key }) => discardedBy(key) ?? [])));
  const redacted = new Set(
    all.flatMap(({ entries }) => entries.filter(({ body }) => body === null).map(({ id }) => id)),
  );
  const stands = (entry: LogRecord['entries'][number]): boolean => !discarded.has(entry.workshop);
  const named = new Set<string>();
  for (const { entries } of all)
    for (const entry of entries)
      if (stands(entry) && !redacted.has(entry.id)) for (const name of namesIn(entry.body)) named.add(name);

  const clean = ({ entries, attachments, about }: LogRecord): LogRecord => ({
    entries: entries.filter(stands).map((entry) => (redacted.has(entry.id) ? withoutWords(entry) : entry)),
    attachments: attachments.filter(({ name }) => named.has(name)),
    about: about.filter(({ key, value }) =>
      [...discarded].every((workshop) => !isAboutWorkshop(key, value, workshop)),
    ),
  });
  const isStale = ({ entries, about }: LogRecord): boolean =>
    entries.some((entry) => !stands(entry) || (entry.body !== null && redacted.has(entry.id))) ||
    about.some(({ key, value }) => [...discarded].some((one) => isAboutWorkshop(key, value, one)));
  if (!all.some(isStale) && logs.every(({ condemned }) => !condemned)) return [];

  return logs.flatMap(({ name, texts, condemned }) => {
    if (condemned) return [{ name, texts: [] }];
    const after = texts.flatMap((text) => {
      const record = records.get(text);
      if (!record) return [text];
      const kept = clean(record);
      if (kept.entries.length + kept.attachments.length + kept.about.length === 0) return [];
      return JSON.stringify(kept) === JSON.stringify(record) ? [text] : [JSON.stringify(kept)];
    });
    const same = after.length === texts.length && after.every((text, at) => text === texts[at]);
    return same ? [] : [{ name, texts: after }];
  });
}
