import * as v from 'valibot';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import { findGaps, type Gap } from './chains.ts';
import type { Handle } from './files.ts';
import { decodeRecords, encodeRecord } from './log-file.ts';
import { LogRecordSchema, recordOf, type AboutValue, type End, type LogRecord } from './log-record.ts';

/** The files of the logs. Each is written by one tab only, under a name drawn at random. */
export type LogFiles = {
  /** Every log; `live` while the tab that writes it is there. */
  names: () => Promise<{ name: string; live: boolean; size: number }[]>;
  /** The bytes as they are now, also of one that is being written. */
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Makes a new log that nobody else writes, and takes it for good. */
  make: () => Promise<{ name: string; handle: Handle; close: () => void }>;
  remove: (name: string) => Promise<void>;
  /** Room set aside for a full tablet. Tells how much there is after growing or giving back. */
  reserve: (change: 'fill' | number) => Promise<number>;
};

/** What all logs together hold. */
export type LogSummary = {
  entries: number;
  attachments: string[];
  about: AboutValue[];
  torn: number;
  damaged: number;
};

/** Several dead logs are made one from this many on: rarely, so that a start stays quick. */
const TIDY_FROM = 8;
const STEP = 500;

/** The second store: only ever added to, and read once at start. */
export type Log = ReturnType<typeof makeLog>;

/** The log of one tab, and what it knows of the others. Calls must come one after the other. */
export function makeLog(files: LogFiles) {
  let mine: Awaited<ReturnType<LogFiles['make']>> | undefined;
  let size = 0;
  let held: Map<string, Entry> | undefined;
  let extras: Entry[] = [];
  let unseen = new Set<string>();
  let attached = new Map<string, Attachment>();
  let dead: string[] = [];

  function hold(record: LogRecord): void {
    for (const entry of record.entries) {
      const known = held?.get(entry.id);
      if (!known) held?.set(entry.id, entry);
      else if (JSON.stringify(known) !== JSON.stringify(entry)) extras.push(entry);
    }
    for (const one of record.attachments) attached.set(one.name, one);
  }

  async function put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!mine) {
      mine = await files.make();
      size = mine.handle.size();
    }
    try {
      mine.handle.write(bytes, size);
      mine.handle.flush();
      size += bytes.length;
    } catch (error) {
      // Half a record at the end would stand before the next one: cut it off, or leave this file for good.
      const { handle, close } = mine;
      try {
        handle.truncate(size);
        handle.flush();
      } catch {
        close();
        mine = undefined;
      }
      throw error;
    }
  }

  /** Adds one record; it is on the disk before this resolves. Gives back reserved room where there is none left. */
  async function append(record: LogRecord): Promise<{ reserve: number }> {
    const bytes = encodeRecord(JSON.stringify(record));
    let reserve = -1;
    for (;;) {
      try {
        await put(bytes);
        break;
      } catch (error) {
        const before = reserve;
        reserve = await files.reserve(-(bytes.length * 2 + 65_536));
        if (reserve === before || (reserve === 0 && before === 0)) throw error;
      }
    }
    if (reserve < 0) reserve = await files.reserve('fill').catch(() => 0);
    if (held) hold(record);
    return { reserve };
  }

  async function open(): Promise<LogSummary> {
    held = new Map();
    extras = [];
    attached = new Map();
    dead = [];
    const about = new Map<string, AboutValue>();
    const sum = { torn: 0, damaged: 0 };
    for (const { name, live } of await files.names()) {
      const bytes = await files.read(name).catch(() => undefined);
      if (!bytes) continue;
      const { texts, torn, damaged } = decodeRecords(bytes);
      sum.torn += torn > 0 ? 1 : 0;
      sum.damaged += damaged;
      for (const text of texts) {
        const record = v.safeParse(LogRecordSchema, JSON.parse(text));
        if (!record.success) {
          // A newer version wrote it. It stays where it is.
          sum.damaged += 1;
          continue;
        }
        hold(record.output);
        for (const one of record.output.about) {
          if (one.turn >= (about.get(one.key)?.turn ?? -1)) about.set(one.key, one);
        }
      }
      if (!live && damaged === 0) dead.push(name);
    }
    unseen = new Set(held.keys());
    return { ...sum, entries: held.size, attachments: [...attached.keys()], about: [...about.values()] };
  }

  /** Compares what the other store holds: adds what was missing here, tells what is altered there. */
  async function compare(entries: readonly Entry[]): Promise<{ mend: Entry[]; added: number }> {
    const missing: Entry[] = [];
    const mend: Entry[] = [];
    for (const entry of entries) {
      const known = held?.get(entry.id);
      unseen.delete(entry.id);
      if (!known) missing.push(entry);
      // Here a checksum vouches for every byte. What was redacted there stays redacted.
      else if (entry.body !== null && known.tablet === entry.tablet && known.place === entry.place) {
        if (known.body !== entry.body || known.salt !== entry.salt || known.previous !== entry.previous)
          mend.push(known);
      } else if (entry.body !== null) extras.push(entry);
    }
    if (missing.length > 0) await append(recordOf({ entries: missing }));
    return { mend, added: missing.length };
  }

  /** The next of what only the log holds. */
  function rest(): Entry[] {
    const ids = [...unseen].slice(0, STEP);
    for (const id of ids) unseen.delete(id);
    return ids.flatMap((id) => held?.get(id) ?? []);
  }

  function gaps(ends: readonly End[]): Promise<Gap[]> {
    return findGaps([...(held?.values() ?? []), ...extras], ends);
  }

  /** Makes one of many logs that nobody writes any more: first the new one is whole, then the old ones go. */
  async function tidy(): Promise<number> {
    const listed = await files.names();
    const old = listed.filter(({ name, live }) => !live && dead.includes(name));
    const bySize = old.toSorted((a, b) => b.size - a.size);
    const small = bySize.slice(1).reduce((sum, one) => sum + one.size, 0);
    // A large one is left alone until the small ones together are worth rewriting it.
    const chosen = (bySize[0]?.size ?? 0) > 2 * small ? bySize.slice(1) : bySize;
    if (old.length < TIDY_FROM) return 0;
    const records: string[] = [];
    const seen = new Set<string>();
    for (const { name } of chosen) {
      for (const text of decodeRecords(await files.read(name)).texts) {
        if (!seen.has(text)) records.push(text);
        seen.add(text);
      }
    }
    const merged = await files.make();
    try {
      let at = 0;
      for (const text of records) {
        const bytes = encodeRecord(text);
        merged.handle.write(bytes, at);
        at += bytes.length;
      }
      merged.handle.flush();
    } catch (error) {
      merged.close();
      await files.remove(merged.name);
      throw error;
    }
    merged.close();
    for (const { name } of chosen) await files.remove(name);
    return chosen.length;
  }

  /** Everything, for reading while the other store does not answer. */
  const all = (): { entries: Entry[]; attachments: Attachment[] } => ({
    entries: [...(held?.values() ?? [])],
    attachments: [...attached.values()],
  });

  function forget(): void {
    held = undefined;
    extras = [];
    attached = new Map();
    unseen = new Set();
  }

  return {
    append,
    open,
    compare,
    rest,
    gaps,
    tidy,
    all,
    forget,
    attachment: (name: string): Attachment | undefined => attached.get(name),
    any: async (): Promise<boolean> => (await files.names()).some(({ size: bytes }) => bytes > 0),
  };
}
