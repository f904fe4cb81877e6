import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileText } from '#journal/workshop-file.ts';
import type { Attachment } from '#workshop/attachment.ts';
import { audit } from '../audit/audit.ts';
import type { Database, Queries, Snapshot } from '../database/database.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { attachmentsOf, readAttachment } from '../store/attachments.ts';
import { readEntry } from '../store/entries.ts';
import { aboutHub } from '../store/epoch.ts';

/** Writes workshops as the safety files that any tablet can read, one file each. Gives their names. */
export async function exportWorkshops(database: Database, folder: string, only?: string): Promise<string[]> {
  await takeDown(database, await wantedOf(database, only));
  return database.snapshot(async (frozen) => {
    const wanted = await wantedOf(frozen, only);
    await mkdir(folder, { recursive: true });
    const files: string[] = [];
    for (const workshop of wanted) {
      const file = join(folder, `${encodeURIComponent(workshop)}.cuppa.json`);
      await writeFile(file, await textOf(frozen, workshop), { mode: 0o600, flush: true });
      files.push(file);
    }
    return files;
  });
}

async function wantedOf(queries: Queries, only: string | undefined): Promise<string[]> {
  const rows = await queries.all('SELECT workshop FROM workshop ORDER BY workshop');
  const workshops = rows.map(({ workshop }) => String(workshop));
  return only === undefined ? workshops : workshops.filter((workshop) => workshop === only);
}

/** Before there is a file. A disk that takes nothing any more must not keep anybody from saving what is on it. */
async function takeDown(database: Database, workshops: readonly string[]): Promise<void> {
  const work = database.transaction(async (tx) => {
    for (const workshop of workshops) await audit(tx, { kind: 'hub' }, 'exported', workshop);
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof DatabaseTrouble)) throw error;
  });
}

async function textOf(frozen: Snapshot, workshop: string): Promise<string> {
  const { epoch } = await aboutHub(frozen);
  const rows = await frozen.all('SELECT * FROM entry WHERE workshop = ?', [workshop]);
  const attachments: Attachment[] = [];
  for (const name of await attachmentsOf(frozen, workshop)) {
    const read = await readAttachment(frozen, name);
    if (read) attachments.push({ name, type: read.type, data: Buffer.from(read.bytes).toString('base64') });
  }
  return fileText({ workshop, by: epoch, entries: rows.map(readEntry), attachments });
}
