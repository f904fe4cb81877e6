import { isFull } from './full.ts';
import { wipe, type Handle } from './files.ts';
import { decodeRecords, encodeRecord, FRAME } from './log-file.ts';
import { makeLogReading } from './log-reading.ts';
import type { LogRecord } from './log-record.ts';
import { encodeLog, readLog, scrubbed } from './log-scrub.ts';

/** The files of the logs. Each is written by one tab only, under a name drawn at random. */
export type LogFiles = {
  /** Every log; `live` while the tab that writes it is there. */
  names: () => Promise<{ name: string; live: boolean; size: number }[]>;
  /** The bytes as they are now, also of one that is being written; `undefined` if it is gone. */
  read: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Makes a new log that nobody else writes, and takes it for good. */
  make: () => Promise<{ name: string; handle: Handle; close: () => void }>;
  remove: (name: string) => Promise<void>;
  /** Removes a log that nobody writes, after zeros were written over all of it. */
  wipe: (name: string) => Promise<void>;
  /** One tab after the other. */
  scrubInTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Room set aside for a full tablet. Tells how much there is after growing or giving back. */
  reserve: (change: 'fill' | number) => Promise<number>;
};

/** Several dead logs are made one from this many on: rarely, so that a start stays quick. */
const TIDY_FROM = 8;
const GIVEN_BACK_MS = 50;

/** The second store: only ever added to, and read once at start. */
export type Log = ReturnType<typeof makeLog>;

/** The log of one tab, and what it knows of the others. Calls must come one after the other. */
export function makeLog(files: LogFiles) {
  let mine: Awaited<ReturnType<LogFiles['make']>> | undefined;
  let size = 0;
  const reading = makeLogReading(files, append);
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

  async function put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!mine) {
      mine = await files.make();
      size = 0;
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
    for (let tries = 0; ; tries += 1) {
      try {
        await put(bytes);
        break;
      } catch (error) {
        // An error of another kind may have been of that moment; if it stays, no disk says clearly why.
        if (tries === 0 && !isFull(error)) continue;
        const before = reserve;
        reserve = await files.reserve(-(bytes.length * 2 + 65_536));
        if (reserve === before) throw error;
        // The browser counts what was given back a moment later.
        await pause(GIVEN_BACK_MS);
      }
    }
    if (reserve < 0) reserve = await files.reserve('fill').catch(() => 0);
    reading.hold(record);
    return { reserve };
  }

  /** Makes one of many logs that nobody writes any more: first the new one is whole, then the old ones go. */
  async function tidy(): Promise<number> {
    const old = (await files.names()).filter(({ name, live }) => !live && reading.isDead(name));
    if (old.length < TIDY_FROM) return 0;
    const bySize = old.toSorted((a, b) => b.size - a.size);
    const small = bySize.slice(1).reduce((sum, one) => sum + one.size, 0);
    // A large one is left alone until the small ones together are worth rewriting it.
    const chosen = (bySize[0]?.size ?? 0) > 2 * small ? bySize.slice(1) : bySize;
    const texts = new Set<string>();
    for (const { name } of chosen) {
      const bytes = await files.read(name);
      // Without all of them nothing may go.
      if (!bytes) return 0;
      for (const text of decodeRecords(bytes).texts) texts.add(text);
    }
    const merged = await files.make();
    try {
      let at = 0;
      for (const text of texts) {
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

  /**
   * Rewrites every log that holds what was redacted or discarded: the new one is whole before the old one is wiped.
   * Tells how many are still as they were, because another tab writes them; that tab is told, and a later check looks.
   */
  async function scrub(): Promise<number> {
    return files.scrubInTurn(async () => {
      let left = 0;
      const logs = [];
      const live = new Set<string>();
      for (const one of await files.names()) {
        const bytes = await files.read(one.name);
        if (!bytes) continue;
        logs.push(readLog(one.name, bytes));
        if (one.live) live.add(one.name);
      }
      for (const { name, texts } of scrubbed(logs)) {
        if (mine?.name === name) await replaceMine(texts);
        else if (live.has(name)) left += 1;
        else {
          if (texts.length > 0) (await written(texts)).close();
          await files.wipe(name);
        }
      }
      return left;
    });
  }

  async function written(texts: readonly string[]): Promise<Awaited<ReturnType<LogFiles['make']>>> {
    const made = await files.make();
    try {
      made.handle.write(encodeLog(texts), 0);
      made.handle.flush();
      return made;
    } catch (error) {
      made.close();
      await files.remove(made.name);
      throw error;
    }
  }

  async function replaceMine(texts: readonly string[]): Promise<void> {
    const old = mine;
    if (!old) return;
    const made = await written(texts);
    mine = made;
    size = made.handle.size();
    try {
      condemn(old.handle);
    } finally {
      old.close();
    }
    await files.remove(old.name);
  }

  return {
    append,
    tidy,
    scrub,
    open: reading.open,
    compare: reading.compare,
    rest: reading.rest,
    gaps: reading.gaps,
    all: reading.all,
    forget: reading.forget,
    attachment: reading.attachment,
    any: async (): Promise<boolean> => (await files.names()).some(({ size: bytes }) => bytes > 0),
  };
}

/** Zeros over all of it. The start goes first: wherever this is broken off, it shows that the rest must go too. */
export function condemn(handle: Handle): void {
  handle.write(new Uint8Array(Math.min(FRAME, handle.size())), 0);
  handle.flush();
  wipe(handle);
}
