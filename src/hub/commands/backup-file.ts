import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as v from 'valibot';
import type { Value } from '../database/database.ts';

/**
 * A backup is text, packed: a first line that says what it is, then each table with one line for each row, and a
 * last line with the sum of all before it. It comes from either database, and goes back into either.
 */
const FORMAT = 'cuppa-backup';
const VERSION = 1;

const BytesSchema = v.pipe(
  v.strictObject({ base64: v.string() }),
  v.transform(({ base64 }): Uint8Array => Buffer.from(base64, 'base64')),
);
const HeadSchema = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  made: v.string(),
  migrations: v.array(v.number()),
});
const TableSchema = v.strictObject({
  table: v.pipe(v.string(), v.regex(/^\w+$/)),
  columns: v.array(v.string()),
});
const RowSchema = v.array(v.union([v.string(), v.number(), v.null(), BytesSchema]));
const PartSchema = v.union([TableSchema, RowSchema]);
const EndSchema = v.strictObject({ rows: v.number(), sum: v.string() });

export type BackupHead = Pick<v.InferOutput<typeof HeadSchema>, 'made' | 'migrations'>;
export type BackupTable = v.InferOutput<typeof TableSchema>;
/** What a backup holds, one after the other. */
export type BackupPart = BackupTable | Value[];

/** What is wrong with a file that should be a backup. The message is a sentence. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup';
}
const damaged = () =>
  new NoBackup(
    'This is no whole backup of a Cuppa hub: part of it is missing or not as it was written. Take another one.',
  );

/** Writes a backup. The file is there once all of it has reached the disk, or not at all. Gives how many rows. */
export async function writeBackup(
  path: string,
  head: BackupHead,
  parts: AsyncIterable<BackupPart>,
): Promise<number> {
  const half = `${path}.half`;
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const sum = createHash('sha256');
    const line = (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`;
      sum.update(text);
      return text;
    };
    yield line({ format: FORMAT, version: VERSION, ...head });
    for await (const part of parts) {
      if (Array.isArray(part)) rows += 1;
      yield line(Array.isArray(part) ? part.map(writeValue) : part);
    }
    yield `${JSON.stringify({ rows, sum: sum.digest('hex') })}\n`;
  }
  try {
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      createWriteStream(half, { mode: 0o600, flush: true }),
    );
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  const folder = await open(dirname(path));
  // The name, too, is on the disk only after this.
  await folder.sync().finally(() => folder.close());
  return rows;
}

const writeValue = (value: Value) =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;

/** Reads a backup. Whether it is whole is known only after the last part: look through it once beforehand. */
export async function* readBackup(path: string): AsyncGenerator<BackupPart, BackupHead> {
  const sum = createHash('sha256');
  let head: BackupHead | undefined;
  let rows = 0;
  let ended = false;
  for await (const line of linesOf(path)) {
    const read = parse(line);
    if (ended) throw damaged();
    if (!head) {
      head = readHead(read);
    } else if (v.is(EndSchema, read)) {
      if (read.rows !== rows || read.sum !== sum.digest('hex')) throw damaged();
      ended = true;
      continue;
    } else {
      const part = v.safeParse(PartSchema, read);
      if (!part.success) throw damaged();
      if (Array.isArray(part.output)) rows += 1;
      yield part.output;
    }
    sum.update(`${line}\n`);
  }
  if (!head || !ended) throw damaged();
  return head;
}

/** Looks through a whole backup, and says what it is. Throws NoBackup. */
export async function lookThrough(path: string): Promise<BackupHead & { rows: number }> {
  const parts = readBackup(path);
  for (let rows = 0; ;) {
    const next = await parts.next();
    if (next.done) return { ...next.value, rows };
    if (Array.isArray(next.value)) rows += 1;
  }
}

function readHead(read: unknown): BackupHead {
  const head = v.safeParse(HeadSchema, read);
  if (!head.success) throw new NoBackup('This file is not a backup of a Cuppa hub.');
  if (head.output.version > VERSION) {
    throw new NoBackup('A newer version of the hub made this backup. Restore it with that version.');
  }
  return head.output;
}

/** Lines end with one character only: others that some readers take for an end stand inside of what people said. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const source = createReadStream(path);
  // Whatever fails on the way is thrown by whoever reads at the end.
  pipeline(source, unpacked).catch(() => undefined);
  unpacked.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of unpacked) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new NoBackup('There is no such file.');
    if (code === 'EACCES' || code === 'EISDIR') throw new NoBackup('This file cannot be read.');
    throw damaged();
  } finally {
    source.destroy();
  }
  if (rest !== '') throw damaged();
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged();
  }
}
