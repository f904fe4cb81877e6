import type { First } from './dexie.ts';
import { isFull } from './full.ts';
import { inTime, NoAnswer, oneCopySentence, pause } from './in-time.ts';
import { sayProblem } from './keeping.ts';
import type { LogRecord } from './log-record.ts';
import { Discarded } from './redact.ts';

/**
 * The database: an error is tried once more on a new connection, and what it could not take is owed to it.
 * `back` runs once it answers and has what was owed, before anything is asked of it again; it gets the name
 * that the database has by then. `changed` hears when it goes down or comes back.
 */
export function makeDatabaseSide(first: First, back: (tablet: string) => Promise<void>, changed: () => void) {
  const saying = {};
  let down = false;
  /** Once a disk was full, later errors of a database on it tell less. */
  let full = false;
  /** By the piece of work, so that one tried twice is owed once. */
  const owed = new Map<object, LogRecord>();

  async function firmly<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await inTime(work());
    } catch (error) {
      await first.heal().catch(() => undefined);
      // No answer is not asked for again while somebody waits; an error may have been of the old connection.
      if (error instanceof NoAnswer || error instanceof Discarded || isFull(error)) throw error;
      return inTime(work());
    }
  }

  function tell(error: unknown): void {
    full ||= isFull(error);
    sayProblem(saying, oneCopySentence(full, 'database'));
  }

  function fails(error: unknown): void {
    tell(error);
    if (down) return;
    down = true;
    changed();
    void mend(500);
  }

  async function giveOwed(): Promise<void> {
    for (const [work, { entries, attachments, about }] of owed) {
      await inTime(first.bring(entries, attachments));
      for (const { key, value } of about) await inTime(first.keepAbout(key, value));
      owed.delete(work);
    }
  }

  async function mend(after: number): Promise<void> {
    await pause(after);
    try {
      await first.heal().catch(() => undefined);
      const tablet = await inTime(first.tablet());
      await giveOwed();
      await back(tablet);
      down = false;
      full = false;
      sayProblem(saying, '');
      changed();
      // What became owed while it came back.
      await giveOwed();
    } catch (error) {
      down = true;
      changed();
      tell(error);
      void mend(Math.min(after * 2, 20_000));
    }
  }

  /** What only the log has for now. */
  function owe(work: object, what: LogRecord): void {
    owed.set(work, what);
    if (!down) giveOwed().catch(fails);
  }

  return { firmly, fails, owe, isDown: () => down };
}
