import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './commands/backup.ts';
import { lookThrough, NoBackup } from './commands/backup-file.ts';
import { check } from './commands/check.ts';
import { exportWorkshops } from './commands/export.ts';
import { linkFor } from './commands/link.ts';
import { readAnew } from './commands/reports.ts';
import { beginAgain, restore } from './commands/restore.ts';
import { DOORS } from './commands/tables.ts';
import type { Database } from './database/database.ts';
import { connectTo, openDatabase, sqliteFile, type Place } from './database/open.ts';
import { isShared } from './database/postgres.ts';
import { isInUse } from './database/sqlite-file.ts';
import { DatabaseTrouble } from './database/trouble.ts';
import { readSettings, SettingsError } from './settings.ts';

const USAGE = `What the hub can be told to do:

  npm run hub backup [file]               writes everything to one file; the hub may go on
  npm run hub hall file                   writes only people and tablets, for a laptop in a hall
  npm run hub restore file                puts a backup in the place of everything, if there is nothing yet
  npm run hub restore -- file --yes       the same, where there is something already
  npm run hub restore -- --again          after the database came back by other means
  npm run hub export all [folder]         writes every workshop as a file that tablets can read
  npm run hub export workshop [folder]    writes one of them
  npm run hub check                       reads everything, and says what is not as it should be
  npm run hub reports                     makes lists, search and results anew from what was handed in
  npm run hub link NAME                   makes a one-time link for somebody who cannot sign in

DATABASE_URL and CUPPA_DATA say which hub is meant, as for "npm start".`;

/** A mistake of whoever typed the command. Its message is a sentence. */
class Mistake extends Error {}

const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function run(): Promise<boolean> {
  const { positionals, values } = readArguments();
  const [command, first, second] = positionals;
  const place = readSettings(process.env);
  switch (command) {
    case 'backup':
      return runBackup(place, first);
    case 'hall':
      return runHall(place, first);
    case 'restore':
      return values.again ? runAgain(place) : runRestore(place, first, values.yes ?? false);
    case 'export':
      return runExport(place, first, second ?? 'export');
    case 'check':
      return runCheck(place);
    case 'reports':
      return runReports(place);
    case 'link':
      return runLink(place, first, place.address);
    default:
      throw new Mistake(USAGE);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { yes: { type: 'boolean' }, again: { type: 'boolean' } },
    });
  } catch {
    throw new Mistake(USAGE);
  }
}

async function runBackup(place: Place, file: string | undefined): Promise<boolean> {
  const now = new Date();
  const path = resolve(
    file ?? join(place.data, 'backups', `cuppa-${now.toISOString().replaceAll(':', '-')}`),
  );
  if (existsSync(path)) throw new Mistake(`There is a file at ${path} already. Choose another name.`);
  const { rows } = await using(await openExisting(place), (database) => backUp(database, path, now));
  say(`${rows} rows are in the backup ${path}. Copy it to another machine, with redactions.jsonl beside it.`);
  return true;
}

async function runHall(place: Place, file: string | undefined): Promise<boolean> {
  if (!file) throw new Mistake('Say where to write it: npm run hub hall file');
  const path = resolve(file);
  if (existsSync(path)) throw new Mistake(`There is a file at ${path} already. Choose another name.`);
  await using(await openExisting(place), (database) => backUp(database, path, new Date(), DOORS));
  say(
    `People and tablets of this office are in ${path}, and nothing that anybody said.`,
    'On the laptop: npm run hub restore file. It then knows them, for as long as you keep it.',
  );
  return true;
}

async function runRestore(place: Place, file: string | undefined, yes: boolean): Promise<boolean> {
  if (!file) throw new Mistake('Say which backup: npm run hub restore file');
  // Before anything is touched.
  const { made, rows } = await lookThrough(file);
  await mustBeAlone(place);
  await setDamagedAside(place, yes);
  await using(await connectTo(place), async (database) => {
    const entries = await countEntries(database);
    if (entries > 0 && !yes) {
      throw new Mistake(
        `This hub has ${entries} entries. A restore puts the backup of ${made} in their place. ` +
          `If that is right: npm run hub restore -- ${file} --yes`,
      );
    }
    const { redacted, discarded } = await restore(database, place.data, file);
    say(`${rows} rows of the backup of ${made} are here.`, ...sayForgotten(redacted, discarded));
  });
  say('Start the hub. Tablets notice by themselves, and hand in again what the backup did not have.');
  return true;
}

async function runAgain(place: Place): Promise<boolean> {
  await mustBeAlone(place);
  const { redacted, discarded } = await using(await openExisting(place), (database) =>
    beginAgain(database, place.data),
  );
  say('The hub has a new id: tablets notice, and hand in again.', ...sayForgotten(redacted, discarded));
  return true;
}

async function runExport(place: Place, which: string | undefined, folder: string): Promise<boolean> {
  if (!which) throw new Mistake('Say which workshop, or all: npm run hub export all');
  const files = await using(await openExisting(place), (database) =>
    exportWorkshops(database, resolve(folder), which === 'all' ? undefined : which),
  );
  if (files.length === 0) throw new Mistake('There is no such workshop in this hub.');
  say(...files, 'These files hold what people said. Keep them as you keep the hub.');
  return true;
}

async function runCheck(place: Place): Promise<boolean> {
  const { looked, found } = await using(await openExisting(place), (database) => check(database, place.data));
  say(...looked);
  if (found.length === 0) say('Everything is as it should be.');
  else say(`${found.length} things are not as they should be:`, ...found.map((one) => `  ${one}`));
  return found.length === 0;
}

async function runReports(place: Place): Promise<boolean> {
  const { done, failed } = await using(await openExisting(place), (database) => readAnew(database, place));
  say(`${done} workshops were read anew.`, ...failed.map((one) => `Workshop ${one} could not be read.`));
  return failed.length === 0;
}

async function runLink(place: Place, signIn: string | undefined, address = ''): Promise<boolean> {
  if (!signIn) throw new Mistake('Say for whom, by the name they sign in with: npm run hub link NAME');
  const link = await using(await openExisting(place), (database) => linkFor(database, signIn));
  if (!link) throw new Mistake('Nobody signs in with this name, or the account is switched off.');
  say(
    `This link works once, for ${link.hours} hours. With it they choose a new password:`,
    `  ${address}/office/invited#${link.secret}`,
    ...(address ? [] : ['Put the address of the hub before it.']),
  );
  return true;
}

function sayForgotten(redacted: number, discarded: number): string[] {
  if (redacted + discarded === 0) return [];
  return [`Removed again: what ${redacted} entries said, and ${discarded} workshops.`];
}

/** A command must not make an empty hub by itself, in a folder that somebody wrote wrongly. */
async function openExisting(place: Place): Promise<Database> {
  if (!place.databaseUrl && !existsSync(sqliteFile(place.data))) {
    throw new Mistake(`There is no hub in ${place.data}. CUPPA_DATA says where it is.`);
  }
  return openDatabase(place);
}

/** A hub that runs would go on with what it remembers of before. */
async function mustBeAlone(place: Place): Promise<void> {
  const file = sqliteFile(place.data);
  const running = place.databaseUrl
    ? await using(await connectTo(place), isShared)
    : existsSync(file) && (await whether(() => isInUse(file)));
  if (running) throw new Mistake('The hub is running. Stop it, then restore.');
}

/** A damaged file tells nothing any more, and so cannot say whether it is in use. */
async function whether(isSo: () => boolean): Promise<boolean> {
  try {
    return isSo();
  } catch (error) {
    if (error instanceof DatabaseTrouble && error.why === 'damaged') return false;
    throw error;
  }
}

/** A file that is no database cannot be emptied: it is put aside. */
async function setDamagedAside(place: Place, yes: boolean): Promise<void> {
  if (place.databaseUrl || !existsSync(sqliteFile(place.data))) return;
  try {
    await using(await connectTo(place), (database) => database.all('SELECT COUNT(*) FROM sqlite_master'));
  } catch (error) {
    if (!(error instanceof DatabaseTrouble) || error.why !== 'damaged') throw error;
    if (!yes) throw new Mistake('The database here is damaged. To put it aside and restore, add: -- --yes');
    const aside = `${sqliteFile(place.data)}.damaged-${Date.now()}`;
    // The log of writes belongs to it, and would be taken for that of the new one.
    for (const part of ['', '-wal', '-shm']) {
      await rename(`${sqliteFile(place.data)}${part}`, `${aside}${part}`).catch(() => undefined);
    }
    say(
      `The damaged database is now ${aside}. It may still hold what people said: remove it when it is not needed.`,
    );
  }
}

async function countEntries(database: Database): Promise<number> {
  const [row] = await database.all('SELECT COUNT(*) AS entries FROM entry').catch(() => []);
  return Number(row?.entries ?? 0);
}

async function using<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  const known = [Mistake, NoBackup, SettingsError, DatabaseTrouble].some((kind) => error instanceof kind);
  console.error(known && error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
