import { isFull } from './full.ts';
import { inTime, nearlyFull, oneCopySentence, pause } from './in-time.ts';
import { sayProblem } from './keeping.ts';
import { recordOf, type LogRecord } from './log-record.ts';
import type { Second } from './second.ts';

/** Room set aside, of which nothing was given back yet. */
const ALL_WELL_BYTES = 2_000_000;

/**
 * Writing to the log: what it could not take is owed to it, and written as soon as it answers again.
 * `alone` tells whether the log is the only store left; `changed` hears when it goes down or comes back.
 */
export function makeLogSide(second: Second, alone: () => boolean, changed: () => void) {
  const saying = { down: {}, room: {} };
  let down = false;
  let owed: LogRecord[] = [];

  function fails(error: unknown): void {
    sayProblem(saying.down, oneCopySentence(isFull(error), 'log'));
    if (down) return;
    down = true;
    changed();
    void mend(500);
  }

  async function append(record: LogRecord): Promise<void> {
    // While it is known to be down nobody waits for it, unless it is the only one.
    if (down && !alone()) {
      owed.push(record);
      return;
    }
    try {
      const { reserve } = await inTime(second.append(record));
      sayProblem(saying.room, reserve < ALL_WELL_BYTES ? nearlyFull : '');
    } catch (error) {
      // Where it is the only one left, whoever asked tries again with the same record.
      if (!owed.includes(record)) owed.push(record);
      fails(error);
      throw error;
    }
  }

  async function mend(after: number): Promise<void> {
    await pause(after);
    try {
      for (let next = owed[0]; next; next = owed[0]) {
        await inTime(second.append(next));
        owed = owed.slice(1);
      }
      // An empty record, so that a log with nothing owed is tried too.
      await inTime(second.append(recordOf({})));
      down = false;
      sayProblem(saying.down, '');
      changed();
    } catch (error) {
      sayProblem(saying.down, oneCopySentence(isFull(error), 'log'));
      void mend(Math.min(after * 2, 20_000));
    }
  }

  return { append, isDown: () => down, owed: () => owed };
}
