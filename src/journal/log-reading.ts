import * as v from 'valibot';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import { findGaps, type Gap } from './chains.ts';
import { decodeRecords } from './log-file.ts';
import { LogRecordSchema, recordOf, type AboutValue, type End, type LogRecord } from './log-record.ts';
import { isCondemned } from './log-scrub.ts';
import type { LogFiles } from './log.ts';
import { discardedBy, withoutWords } from './redact.ts';

/** What all logs together hold. */
export type LogSummary = {
  entries: number;
  attachments: string[];
  about: AboutValue[];
  torn: number;
  damaged: number;
  /** Does any log hold words that were redacted, or anything of a workshop that was discarded? */
  stale: boolean;
};

const STEP = 500;

/** What the logs hold, in memory from `open` to `forget`. `append` adds to the log of this tab. */
export function makeLogReading(files: LogFiles, append: (record: LogRecord) => Promise<unknown>) {
  let held: Map<string, Entry> | undefined;
  let extras: Entry[] = [];
  let unseen = new Set<string>();
  let attached = new Map<string, Attachment>();
  let about = new Map<string, AboutValue>();
  let dead = new Set<string>();
  let discarded = new Set<string>();
  let stale = false;

  /** What was just appended belongs to what is held too. */
  function hold(record: LogRecord): void {
    if (!held) return;
    for (const { key } of record.about) {
      const workshop = discardedBy(key);
      if (workshop !== undefined) discard(workshop);
    }
    for (const entry of record.entries) {
      const known = held.get(entry.id);
      if (discarded.has(entry.workshop)) stale = true;
      else if (!known) held.set(entry.id, entry);
      else if (JSON.stringify(known) === JSON.stringify(entry)) continue;
      else if (entry.body === null || known.body === null) {
        // Whatever came first, what was redacted stays so.
        stale = true;
        held.set(entry.id, withoutWords(known));
      } else extras.push(entry);
    }
    for (const one of record.attachments) attached.set(one.name, one);
    for (const one of record.about) if (one.turn >= (about.get(one.key)?.turn ?? -1)) about.set(one.key, one);
  }

  function discard(workshop: string): void {
    discarded.add(workshop);
    for (const { id, workshop: of } of held?.values() ?? []) {
      if (of !== workshop) continue;
      stale = true;
      held?.delete(id);
    }
    extras = extras.filter((entry) => entry.workshop !== workshop);
  }

  function forget(): void {
    held = undefined;
    discarded = new Set();
    stale = false;
    extras = [];
    unseen = new Set();
    attached = new Map();
    about = new Map();
  }

  async function open(): Promise<LogSummary> {
    forget();
    dead = new Set();
    held = new Map();
    const sum = { torn: 0, damaged: 0 };
    for (const { name, live } of await files.names()) {
      const bytes = await files.read(name).catch(() => 'unreadable' as const);
      if (bytes === 'unreadable') {
        sum.damaged += 1;
        continue;
      }
      // Another tab tidied it away meanwhile: what it held is in another file then.
      if (!bytes) continue;
      if (isCondemned(bytes)) {
        stale = true;
        continue;
      }
      const { texts, torn, damaged } = decodeRecords(bytes);
      const records = texts.map((text) => v.safeParse(LogRecordSchema, JSON.parse(text)));
      for (const { success, output } of records) if (success) hold(output);
      // What a newer version wrote stays where it is, like what is damaged.
      const unread = damaged + records.filter(({ success }) => !success).length;
      sum.torn += torn > 0 ? 1 : 0;
      sum.damaged += unread;
      if (!live && unread === 0) dead.add(name);
    }
    unseen = new Set(held.keys());
    return {
      ...sum,
      entries: held.size,
      attachments: [...attached.keys()],
      about: [...about.values()],
      stale,
    };
  }

  /** Compares what the other store holds: adds what was missing here, tells what is altered there. */
  async function compare(
    entries: readonly Entry[],
  ): Promise<{ mend: Entry[]; redact: Entry[]; added: number }> {
    const missing: Entry[] = [];
    const mend: Entry[] = [];
    const redact: Entry[] = [];
    for (const entry of entries) {
      const known = held?.get(entry.id);
      unseen.delete(entry.id);
      if (!known) missing.push(entry);
      // What was redacted on one side is redacted on both.
      else if (known.body === null && entry.body !== null) redact.push(known);
      else if (known.body !== null && entry.body === null) missing.push(entry);
      // Here a checksum vouches for every byte.
      else if (entry.body !== null && known.tablet === entry.tablet && known.place === entry.place) {
        if (known.body !== entry.body || known.salt !== entry.salt || known.previous !== entry.previous)
          mend.push(known);
      } else if (entry.body !== null) extras.push(entry);
    }
    if (missing.length > 0) await append(recordOf({ entries: missing }));
    return { mend, redact, added: missing.length };
  }

  /** The next of what only the log holds. */
  function rest(): Entry[] {
    const ids = [...unseen].slice(0, STEP);
    for (const id of ids) unseen.delete(id);
    return ids.flatMap((id) => held?.get(id) ?? []);
  }

  return {
    hold,
    forget,
    open,
    compare,
    rest,
    gaps: (ends: readonly End[]): Promise<Gap[]> => findGaps([...(held?.values() ?? []), ...extras], ends),
    /** Everything, for reading while the other store does not answer. */
    all: (): { entries: Entry[]; attachments: Attachment[] } => ({
      entries: [...(held?.values() ?? [])],
      attachments: [...attached.values()],
    }),
    attachment: (name: string): Attachment | undefined => attached.get(name),
    /** Was this log read to its end, and is nobody writing it? */
    isDead: (name: string): boolean => dead.has(name),
  };
}
