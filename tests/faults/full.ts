import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultsApi } from './page/page.ts';
import { hurtsOn, type Fault } from './fault.ts';
import { Hurt, mustSave, Subject, wait, type Settings } from './harness.ts';
import { noteMore, noteMost, type Row } from './rows.ts';

declare const faults: FaultsApi;

/** Room that is gone, and comes back. */
type Room = {
  subject: Subject;
  /** Leaves as good as nothing. */
  take: () => Promise<void>;
  giveBack: () => Promise<void>;
  putAway: () => void;
};

/** Counts what the database refuses, by the name of the error. */
function countRefusals(): void {
  const refused: string[] = [];
  Reflect.set(globalThis, 'refusedByDatabase', refused);
  const hear = (event: Event): void => {
    const { target } = event;
    if (target instanceof IDBTransaction) refused.push(target.error?.name ?? 'none');
  };
  const real: unknown = Reflect.get(IDBDatabase.prototype, 'transaction');
  Reflect.set(
    IDBDatabase.prototype,
    'transaction',
    function watched(this: unknown, ...given: unknown[]): unknown {
      const made: unknown = typeof real === 'function' ? Reflect.apply(real, this, given) : undefined;
      if (made instanceof IDBTransaction) made.addEventListener('abort', hear);
      return made;
    },
  );
  const realOpen: unknown = Reflect.get(IDBFactory.prototype, 'open');
  Reflect.set(IDBFactory.prototype, 'open', function watched(this: unknown, ...given: unknown[]): unknown {
    const made: unknown = typeof realOpen === 'function' ? Reflect.apply(realOpen, this, given) : undefined;
    if (made instanceof IDBOpenDBRequest)
      made.addEventListener('error', () => refused.push(made.error?.name ?? 'none'));
    return made;
  });
}

/**
 * The browser's own limit, set to what is used already. In the same run of the browser: after a new start
 * Chromium no longer counts what lies in files, and so nothing can be given back.
 */
function limited(settings: Settings): Room {
  const subject = new Subject(settings);
  const { origin } = new URL(settings.url);
  const limit = async (room: number | undefined): Promise<void> => {
    // The override lasts as long as the page's own session.
    const cdp = await subject.page.context().newCDPSession(subject.page);
    const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + (room ?? 2 ** 30) });
  };
  return {
    subject,
    async take() {
      // A database that was written to remembers for half a minute how much room there was.
      await wait(32_000);
      await limit(50_000);
    },
    giveBack: () => limit(undefined),
    putAway: () => undefined,
  };
}

/** A disk of its own that has no room left; `undefined` where this process may not mount one. */
function smallDisk(settings: Settings): Room | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'cuppa-full-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=250m', 'tmpfs', disk]);
  if (status !== 0) {
    rmSync(disk, { recursive: true });
    return undefined;
  }
  const filler = join(disk, 'filler');
  return {
    subject: new Subject(settings, join(disk, 'profile')),
    async take() {
      const { bavail, bsize } = statfsSync(disk);
      try {
        writeFileSync(filler, randomBytes(bavail * bsize - 100_000));
      } catch {
        // The browser took some of it meanwhile: then it is full, which is what was wanted.
      }
    },
    async giveBack() {
      rmSync(filler, { force: true });
    },
    putAway() {
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

/** How many taps must still be saved once a store has refused: the room set aside is for them. */
const GO_ON = 8;

async function fill({ subject, take, giveBack }: Room, control: boolean, row: Row): Promise<void> {
  await subject.start({ script: countRefusals });
  await subject.tap(4);
  if (!control) {
    // Set aside some seconds after the first answer. A predicate that is async is not waited for by Playwright.
    for (let left = 100; left > 0; left -= 1) {
      if ((await subject.page.evaluate(() => faults.reserve())) >= 2_000_000) break;
      if (left === 1) throw new Error('Nothing was set aside.');
      await wait(200);
    }
  }
  await take();
  const database = (): Promise<string[]> =>
    subject.page.evaluate(() => Reflect.get(globalThis, 'refusedByDatabase') as string[]);
  const log = (): Promise<string[]> => subject.page.evaluate(() => faults.refused());
  row.injected += 1;
  await subject.page.evaluate(() => faults.watch());
  // Saved goes on after the first refusal, from what was set aside, until there is nothing left at all.
  let saved = 0;
  let pending: Promise<unknown> | undefined;
  for (let taps = 0; taps < 80 && !pending; taps += 1) {
    const refusing = (await database()).length > 0 || (await log()).length > 0;
    const began = Date.now();
    const work = subject.page.evaluate(() => faults.heavy(15_000));
    work.catch(() => undefined);
    const done = await Promise.race([work.then(() => true), wait(control ? 8000 : 6000).then(() => false)]);
    if (!done) pending = work;
    else if (refusing) saved += 1;
    if (done) noteMost(row, 'slowest tap, ms:', Date.now() - began);
  }
  if (!pending) throw new Error('The disk never got full.');
  const [byDatabase, byLog] = [await database(), await log()];
  noteMore(row, `the database refused (${[...new Set(byDatabase)].join(', ')}):`, byDatabase.length);
  noteMore(row, `the log refused (${[...new Set(byLog)].join(', ')}):`, byLog.length);
  noteMore(row, 'taps saved after the first refusal:', saved);
  if (saved < GO_ON) throw new Hurt(`A full tablet saved only ${saved} more.`);
  const said = await subject.page.evaluate(() => faults.problem());
  const saidAt = await subject.page.evaluate(() => faults.saidAt());
  noteMore(row, `said at the end: "${said}"`, 1);
  const words = /full/.test(said) && /room/.test(said);
  // Once there is room again, the tap that waits is saved without anybody doing anything.
  await giveBack();
  await mustSave(pending, 60_000, 'the tap that waited for room');
  await subject.kill();
  await subject.start();
  const noticed = row.noticed;
  const times = row.said.length;
  await subject.check(row);
  row.noticed = noticed + (words && saidAt !== undefined ? 1 : 0);
  row.said.length = times;
  row.acknowledged += subject.acknowledged.size;
}

function fullOf(name: string, make: (settings: Settings) => Room | undefined): Fault {
  const run: Fault['run'] = async (settings, _random, row) => {
    const room = make(settings);
    if (!room) {
      noteMore(row, 'not run, because this process may not mount a disk:', 1);
      return;
    }
    try {
      await fill(room, settings.control !== '', row);
    } finally {
      await room.subject.end();
      room.putAway();
    }
  };
  return {
    name,
    run,
    control: { lacks: 'one database, no room set aside', hurts: hurtsOn('single', run) },
  };
}

/** F3: the browser's limit is reached: first what is set aside is used, then both stores refuse. */
export const quota = fullOf('F3 quota full', limited);

/** F3: the disk is full. */
export const disk = fullOf('F3 disk full', smallDisk);
