import { Hurt, type Settings } from './harness.ts';
import { newRow, type Row } from './rows.ts';

export type Fault = {
  name: string;
  /** Runs once with the seed's next numbers, and adds what came of it. */
  run: (settings: Settings, random: () => number, row: Row) => Promise<void>;
  /** The same fault on an app that lacks what helps against it. */
  control: {
    /** What it lacks, in words. */
    lacks: string;
    /** True once that app was hurt: the fault bites, and the check sees it. */
    hurts: (settings: Settings, random: () => number) => Promise<boolean>;
  };
};

/**
 * The same run on the control of that name must lose something or fail to save; for what only has to be noticed,
 * must go unnoticed. An error of the harness itself is no bite.
 */
export function hurtsOn(
  control: string,
  run: Fault['run'],
  by: 'loss' | 'silence' = 'loss',
): Fault['control']['hurts'] {
  return async (settings, random) => {
    const row = newRow('control');
    try {
      await run({ ...settings, control }, random, row);
    } catch (error) {
      if (error instanceof Hurt) return true;
      throw error;
    }
    return by === 'silence' ? row.noticed < row.injected : row.lost + row.halves + row.doubled > 0;
  };
}
