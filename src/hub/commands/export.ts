import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileText } from '#journal/workshop-file.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Database, Snapshot } from '../database/database.ts';
import { attachmentsOf, readAttachment } from '../store/attachments.ts';
import { readEntry } from '../store/entries.ts';
import { aboutHub } from '../store/epoch.ts';

/** Writes workshops as the safety files that any tablet can read, one file each. Gives their names. */
export function exportWorkshops(database: Database, folder: string, only?: string): Promise<string[]> {
  return database.snapshot(async (frozen) => {
    const rows = await frozen.all('SELECT workshop FROM workshop ORDER BY workshop');
    const workshops = rows.map(({ workshop }) => String(workshop));
    const wanted = only === undefined ? workshops : workshops.filter((workshop) => workshop === only);
    await mkdir(folder, { recursive: true });
    const files: string[] = [];
    for (const workshop of wanted) {
      const file = join(folder, `${encodeURIComponent(workshop)}.cuppa.json`);
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(file, await textOf(frozen, workshop), { mode: 0o600, flush: true });
      files.push(file);
    }
    return files;
  });
}

async function textOf(frozen: Snapshot, workshop: string): Promise<string> {
  const { epoch } = await aboutHub(frozen);
  const rows = await frozen.all('SELECT * FROM entry WHERE workshop = ?', [workshop]);
  const attachments: Attachment[] = [];
  for (const name of await attachmentsOf(frozen, workshop)) {
    // oxlint-disable-next-line no-await-in-loop
    const read = await readAttachment(frozen, name);
    if (read) attachments.push({ name, type: read.type, data: Buffer.from(read.bytes).toString('base64') });
  }
  return fileText({ workshop, by: epoch, entries: rows.map(readEntry), attachments });
}
