import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { PIECE } from '#wire/attachments.ts';
import { AttachmentSchema, MOST_BYTES } from '#workshop/attachment.ts';
import type { Database, Queries, Row, Transaction } from '../database/database.ts';

/** How much of a photo or recording is here. */
export type AttachmentState = { bytes: number; whole: boolean };

/** One piece as a tablet sends it: where it begins, and how long the whole is. */
export type Piece = {
  name: string;
  type: string;
  workshop: string;
  offset: number;
  length: number;
  bytes: Uint8Array;
};

/** Why a piece is not taken. `elsewhere`: go on where `state` says. `other`: these are other bytes, begin anew. */
export type PieceRefusal = 'elsewhere' | 'other' | 'large' | 'type' | 'discarded';

const StateSchema = v.object({ bytes: v.number(), whole: v.number() });
const NOTHING: AttachmentState = { bytes: 0, whole: false };
const DAY_MS = 86_400_000;

/** How far an attachment has come. */
export async function attachmentState(queries: Queries, name: string): Promise<AttachmentState> {
  const [row] = await queries.all('SELECT bytes, whole FROM attachment WHERE name = ?', [name]);
  return row ? readState(row) : NOTHING;
}

/**
 * Takes the next piece. The attachment is whole once its bytes have the name that they were sent under, and can be
 * read only then.
 */
export async function takePiece(
  database: Database,
  piece: Piece,
): Promise<{ state: AttachmentState; refused?: PieceRefusal }> {
  const { name, type, workshop, offset, length, bytes } = piece;
  if (!v.is(AttachmentSchema.entries.type, type)) return { state: NOTHING, refused: 'type' };
  if (length > MOST_BYTES || offset + bytes.length > length) return { state: NOTHING, refused: 'large' };
  return database.transaction<{ state: AttachmentState; refused?: PieceRefusal }>(async (tx) => {
    const gone = await tx.all('SELECT workshop FROM discarded WHERE workshop = ?', [workshop]);
    if (gone.length > 0) return { state: NOTHING, refused: 'discarded' };
    // Two tablets may send the same photo at once: whoever comes second waits here.
    const [row] = await tx.all(
      `INSERT INTO attachment (name, type, bytes, whole, changed_at) VALUES (?, ?, 0, 0, ?)
       ON CONFLICT (name) DO UPDATE SET changed_at = excluded.changed_at RETURNING bytes, whole`,
      [name, type, new Date().toISOString()],
    );
    const before = readState(row);
    if (before.whole) return shareWhole(tx, piece, before);
    await link(tx, piece);
    if (before.bytes !== offset) return { state: before, refused: 'elsewhere' };
    if (bytes.length > 0) {
      await tx.all('INSERT INTO attachment_piece (name, begins, piece) VALUES (?, ?, ?)', [
        name,
        offset,
        bytes,
      ]);
    }
    const sofar = offset + bytes.length;
    const whole = sofar === length;
    if (whole && (await shaOf(tx, name)) !== name) {
      await tx.all('DELETE FROM attachment WHERE name = ?', [name]);
      return { state: NOTHING, refused: 'other' };
    }
    // Whoever else had begun with it shows first that they have it too.
    if (whole) await tx.all('DELETE FROM attachment_of WHERE name = ? AND workshop <> ?', [name, workshop]);
    await tx.all('UPDATE attachment SET type = ?, bytes = ?, whole = ? WHERE name = ?', [
      type,
      sofar,
      whole ? 1 : 0,
      name,
    ]);
    return { state: { bytes: sofar, whole } };
  });
}

const link = (tx: Transaction, { name, workshop }: Piece) =>
  tx.all('INSERT INTO attachment_of (workshop, name) VALUES (?, ?) ON CONFLICT DO NOTHING', [workshop, name]);

/**
 * What is whole belongs to another workshop too once its tablet has sent a full piece of it: knowing a name must not
 * be enough to read what it names.
 */
async function shareWhole(
  tx: Transaction,
  piece: Piece,
  before: AttachmentState,
): Promise<{ state: AttachmentState; refused?: PieceRefusal }> {
  const { name, workshop, offset, length, bytes } = piece;
  if ((await workshopsOf(tx, name)).includes(workshop)) return { state: before };
  const whole = Buffer.concat(await piecesOf(tx, name));
  if (length !== whole.length || !whole.subarray(offset, offset + bytes.length).equals(bytes)) {
    return { state: NOTHING, refused: 'other' };
  }
  if (bytes.length < Math.min(length, PIECE)) return { state: NOTHING, refused: 'elsewhere' };
  await link(tx, piece);
  return { state: before };
}

/** A whole attachment. */
export async function readAttachment(
  queries: Queries,
  name: string,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const [row] = await queries.all('SELECT type FROM attachment WHERE name = ? AND whole = 1', [name]);
  return row ? { type: String(row.type), bytes: Buffer.concat(await piecesOf(queries, name)) } : undefined;
}

/** The workshops that an attachment belongs to. */
export async function workshopsOf(queries: Queries, name: string): Promise<string[]> {
  const rows = await queries.all('SELECT workshop FROM attachment_of WHERE name = ? ORDER BY workshop', [
    name,
  ]);
  return rows.map(({ workshop }) => String(workshop));
}

/** The attachments of a workshop that are whole. */
export async function attachmentsOf(queries: Queries, workshop: string): Promise<string[]> {
  const rows = await queries.all(
    `SELECT attachment.name FROM attachment JOIN attachment_of ON attachment_of.name = attachment.name
     WHERE attachment_of.workshop = ? AND whole = 1 ORDER BY attachment.name`,
    [workshop],
  );
  return rows.map(({ name }) => String(name));
}

/** Removes what belongs to no workshop any more. */
export async function removeUnowned(tx: Transaction): Promise<void> {
  await tx.all('DELETE FROM attachment WHERE name NOT IN (SELECT name FROM attachment_of)');
}

/** Removes what was begun and never finished, a week later: the tablet still has it and can begin anew. */
export async function removeUnfinished(database: Database, now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - 7 * DAY_MS).toISOString();
  await database.all('DELETE FROM attachment WHERE whole = 0 AND changed_at < ?', [before]);
}

function readState(row: Row | undefined): AttachmentState {
  const { bytes, whole } = v.parse(StateSchema, row);
  return { bytes, whole: whole === 1 };
}

async function shaOf(queries: Queries, name: string): Promise<string> {
  const sum = createHash('sha256');
  for (const piece of await piecesOf(queries, name)) sum.update(piece);
  return sum.digest('hex');
}

async function piecesOf(queries: Queries, name: string): Promise<Uint8Array[]> {
  const rows = await queries.all('SELECT piece FROM attachment_piece WHERE name = ? ORDER BY begins', [name]);
  return rows.map(({ piece }) => v.parse(v.instance(Uint8Array), piece));
}
