import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { IdSchema } from '#workshop/entry.ts';

/**
 * What was removed for good, in a file beside the database: ids only. A backup from before knows nothing of it, so
 * a restore reads this list and removes it all again.
 */
const LineSchema = v.union([
  v.object({ redacted: IdSchema, workshop: IdSchema }),
  v.object({ discarded: IdSchema }),
]);
export type Forgotten = v.InferOutput<typeof LineSchema>;

export const forgottenFile = (data: string): string => join(data, 'redactions.jsonl');

/** Adds lines to the list; resolves once they would survive a power cut. */
export async function noteForgotten(data: string, lines: readonly Forgotten[]): Promise<void> {
  if (lines.length === 0) return;
  const file = await open(forgottenFile(data), 'a', 0o600);
  try {
    // One write, so that two hubs that share a folder do not write into each other's lines.
    await file.appendFile(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Everything that was ever removed. A line that a power cut left half written was told to nobody. */
export async function readForgotten(data: string): Promise<Forgotten[]> {
  const text = await readFile(forgottenFile(data), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), LineSchema), line);
    return read.success ? [read.output] : [];
  });
}
