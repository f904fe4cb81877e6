import { describe, expect, test, vi } from 'vitest';
import { audit, readLines } from '#hub/audit/audit.ts';
import { DatabaseTrouble } from '#hub/database/trouble.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { aimedAtName, countTry } from '#hub/door/tries.ts';
import { firstOrganiser, PASSWORD, somebody, startHub, Visitor } from '../support/door.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';

// Every test starts a hub and hashes passwords: slow on a machine that has other work too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const databases = databasesOfThisFile();

const statuses = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe.each(kinds)('the door of two hubs on one %s', (kind) => {
  async function twoHubs() {
    const database = await databases.open(kind);
    const hubs = [await startHub({ database }), await startHub({ database })] as const;
    return { database, hubs, stop: () => Promise.all(hubs.map((hub) => hub.stop())) };
  }

  test('makes one first account of two that come at the same moment', async () => {
    const { database, hubs, stop } = await twoHubs();
    const secrets = [await newFirstLink(database), await newFirstLink(database)];
    const asked = hubs.map(({ address }, at) =>
      new Visitor(address).post('/v1/door/first', {
        secret: secrets[at],
        name: 'Olu',
        signIn: `olu${at}@office.example`,
        password: PASSWORD,
      }),
    );
    expect(statuses(await Promise.all(asked))).toEqual([200, 410]);
    await stop();
  });

  test('leaves one organiser when two take the role from each other', async () => {
    const { hubs, stop } = await twoHubs();
    const olu = await firstOrganiser(hubs[0]);
    const rae = await somebody(olu, 'organiser');
    const { body } = await olu.get('/v1/accounts');
    const ids = (body.accounts as { id: string; signIn: string }[])
      .toSorted((a) => (a.signIn.startsWith('olu') ? -1 : 1))
      .map(({ id }) => id);
    const demoted = { name: 'Demoted', role: 'reader', off: false };
    const there = new Visitor(hubs[1].address);
    there.cookies.set('cuppa', rae.cookies.get('cuppa') ?? '');
    const answers = await Promise.all([
      olu.ask('PUT', `/v1/accounts/${ids[1]}`, demoted),
      there.ask('PUT', `/v1/accounts/${ids[0]}`, demoted),
    ]);
    // Whichever came first has also taken the other's right, where the other was not yet let through.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await stop();
  });

  test('counts tries together, and knows who is signed in on either', async () => {
    const { hubs, stop } = await twoHubs();
    const olu = await firstOrganiser(hubs[0]);
    const there = new Visitor(hubs[1].address);
    there.cookies.set('cuppa', olu.cookies.get('cuppa') ?? '');
    expect(await there.get('/v1/accounts')).toMatchObject({ status: 200 });
    const tries = Array.from({ length: 14 }, (_, at) =>
      new Visitor(hubs[at % 2 ? 1 : 0].address).post('/v1/door/sign-in', {
        signIn: 'olu@office.example',
        password: 'not this one',
      }),
    );
    expect(statuses(await Promise.all(tries))).toEqual([
      ...Array<number>(5).fill(403),
      ...Array<number>(9).fill(429),
    ]);
    await olu.post('/v1/door/sign-out');
    expect(await there.get('/v1/accounts')).toMatchObject({ status: 401 });
    await stop();
  });

  test('counts a hundred tries at once as a hundred', async () => {
    const database = await databases.open(kind);
    const all = await Promise.allSettled(
      Array.from({ length: 100 }, () => countTry(database, [aimedAtName('crowd')], 1e12)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  test('takes down with the deed or not at all, and nothing changes or removes a line', async () => {
    const database = await databases.open(kind);
    await database.transaction((tx) => audit(tx, { kind: 'hub' }, 'restored'));
    const failed = database.transaction(async (tx) => {
      await audit(tx, { kind: 'hub' }, 'exported');
      throw new Error('The deed did not come about');
    });
    await expect(failed).rejects.toThrow('did not come about');
    for (const text of ["UPDATE audit SET who_name = 'Eve'", 'DELETE FROM audit']) {
      await expect(database.all(text)).rejects.toBeInstanceOf(DatabaseTrouble);
    }
    const lines = await readLines(database, { before: Number.MAX_SAFE_INTEGER, most: 9 });
    expect(lines.map(({ what, who }) => [what, who.kind, who.name])).toEqual([['restored', 'hub', '']]);
  });
});
