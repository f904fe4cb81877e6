import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#hub/database/open.ts';
import { attachmentState, readAttachment, takePiece, workshopsOf } from '#hub/store/attachments.ts';
import { tablesOfWorkshops } from '#hub/store/discard.ts';
import { keep, since } from '#hub/store/entries.ts';
import { noteForgotten, readForgotten } from '#hub/store/forgotten.ts';
import { removeWords, removeWorkshop } from '#hub/keeping/remove.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { anEntry } from './promises.ts';

const me = { kind: 'hub' } as const;

const databases = databasesOfThisFile();

function aPhoto(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(2500))) {
  return { name: createHash('sha256').update(bytes).digest('hex'), bytes, type: 'image/jpeg' };
}

describe.each(kinds)('a hub on %s', (kind) => {
  const newHub = async () => {
    const place = await databases.place(kind);
    const database = await openDatabase(place);
    const send = async ({ name, bytes, type }: ReturnType<typeof aPhoto>, workshop: string) => {
      const piece = { name, type, workshop, length: bytes.length };
      await takePiece(database, { ...piece, offset: 0, bytes: bytes.subarray(0, 1000) });
      return takePiece(database, { ...piece, offset: 1000, bytes: bytes.subarray(1000) });
    };
    const share = ({ name, bytes, type }: ReturnType<typeof aPhoto>, workshop: string) =>
      takePiece(database, { name, type, workshop, length: bytes.length, offset: 0, bytes });
    return { database, data: place.data, send, share, close: () => database.close() };
  };

  test('removes what somebody said, shows it anew to whoever had read it, and never takes it back', async () => {
    const { database, data, close } = await newHub();
    const [said, other] = [anEntry({ body: '"my name is Dilys"' }), anEntry()];
    const later = anEntry({ body: '"Dilys again"' });
    const [receipt] = await keep(database, [said, other], 'test');
    const { cursor } = await since(database, 0);
    expect(await removeWords({ database, data }, 'w', [said.id, later.id], me)).toBe(1);

    const gone = { ...said, salt: null, body: null };
    expect(await since(database, cursor, { workshop: 'w' })).toMatchObject({ entries: [gone], more: false });
    expect((await since(database, 0)).entries).toEqual([other, gone]);
    const [again] = await keep(database, [said, other], 'test');
    expect(again).toEqual(receipt);
    await keep(database, [later], 'test');
    expect((await since(database, 0)).entries.map(({ body }) => body)).toEqual([other.body, null, null]);
    expect(await removeWords({ database, data }, 'w', [said.id], me)).toBe(0);
    expect((await readForgotten(data)).slice(0, 2)).toEqual([
      { redacted: said.id, workshop: 'w' },
      { redacted: later.id, workshop: 'w' },
    ]);
    const [count] = await database.all('SELECT entries FROM workshop');
    expect(count?.entries).toBe(3);
    await close();
  });

  test('removes nothing of another workshop, whoever asks for it', async () => {
    const { database, data, close } = await newHub();
    const elsewhere = anEntry({ workshop: 'elsewhere' });
    await keep(database, [elsewhere], 'test');
    expect(await removeWords({ database, data }, 'w', [elsewhere.id], me)).toBe(0);
    expect((await since(database, 0)).entries).toEqual([elsewhere]);
    await close();
  });

  test('removes a photo with the last entry that names it', async () => {
    const { database, data, send, close } = await newHub();
    const photo = aPhoto();
    const names = [1, 2].map((place) => anEntry({ place, body: JSON.stringify({ photo: photo.name }) }));
    await keep(database, names, 'test');
    await send(photo, 'w');
    await removeWords({ database, data }, 'w', [names[0]?.id ?? ''], me);
    expect(await readAttachment(database, photo.name)).toMatchObject({ type: 'image/jpeg' });
    await removeWords({ database, data }, 'w', [names[1]?.id ?? ''], me);
    expect(await readAttachment(database, photo.name)).toBeUndefined();
    await close();
  });

  test('discards a workshop with its photos and all that was made of it, and does not keep it again', async () => {
    const { database, data, send, share, close } = await newHub();
    const [here, there] = [anEntry({ workshop: 'here' }), anEntry({ workshop: 'there' })];
    const [mine, shared] = [aPhoto(), aPhoto()];
    await keep(database, [here, there], 'test');
    await send(mine, 'here');
    await send(shared, 'here');
    await share(shared, 'there');
    await database.all('CREATE TABLE made_of_it (workshop TEXT, words TEXT)');
    await database.all("INSERT INTO made_of_it VALUES ('here', 'a'), ('there', 'b')");
    await removeWords({ database, data }, 'here', ['x'], me);
    await removeWorkshop({ database, data }, 'here', me);

    for (const table of await tablesOfWorkshops(kind, database)) {
      const rows = await database.all(`SELECT workshop FROM "${table}"`);
      expect([table, rows.filter(({ workshop }) => workshop === 'here')]).toEqual([table, []]);
    }
    expect((await since(database, 0)).entries).toEqual([there]);
    expect(await readAttachment(database, mine.name)).toBeUndefined();
    expect(await workshopsOf(database, shared.name)).toEqual(['there']);
    expect((await readAttachment(database, shared.name))?.bytes).toEqual(Buffer.from(shared.bytes));

    const receipts = await keep(database, [anEntry({ workshop: 'here' }), there], 'test');
    expect(receipts).toMatchObject([
      { workshop: 'here', discarded: true },
      { workshop: 'there', discarded: false },
    ]);
    expect(await send(mine, 'here')).toMatchObject({ refused: 'discarded' });
    expect((await since(database, 0)).entries).toEqual([there]);
    await removeWorkshop({ database, data }, 'here', me);
    await close();
  });

  test('takes a photo in pieces, goes on where it stopped, and has it only when it is what its name says', async () => {
    const { database, close } = await newHub();
    const { name, bytes, type } = aPhoto();
    const piece = { name, type, workshop: 'w', length: bytes.length };
    const first = { ...piece, offset: 0, bytes: bytes.subarray(0, 1000) };
    expect(await takePiece(database, first)).toEqual({ state: { bytes: 1000, whole: false } });
    expect(await takePiece(database, first)).toEqual({
      state: { bytes: 1000, whole: false },
      refused: 'elsewhere',
    });
    expect(await readAttachment(database, name)).toBeUndefined();
    expect(await attachmentState(database, name)).toEqual({ bytes: 1000, whole: false });

    const wrong = { ...piece, offset: 1000, bytes: new Uint8Array(1500) };
    expect(await takePiece(database, wrong)).toEqual({ state: { bytes: 0, whole: false }, refused: 'other' });
    await takePiece(database, first);
    const last = { ...piece, offset: 1000, bytes: bytes.subarray(1000) };
    expect(await takePiece(database, last)).toEqual({ state: { bytes: 2500, whole: true } });
    expect(await readAttachment(database, name)).toEqual({ type, bytes: Buffer.from(bytes) });
    // Knowing its name, or how such files begin, is not enough to have it in another workshop too.
    const asked = { ...first, workshop: 'v' };
    const nothing = { bytes: 0, whole: false };
    expect(await takePiece(database, asked)).toEqual({ state: nothing, refused: 'elsewhere' });
    expect(await takePiece(database, { ...asked, bytes: new Uint8Array(0) })).toMatchObject({
      refused: 'elsewhere',
    });
    expect(await takePiece(database, { ...asked, bytes: new Uint8Array(2500) })).toMatchObject({
      refused: 'other',
    });
    expect(await workshopsOf(database, name)).toEqual(['w']);
    expect(await takePiece(database, { ...asked, bytes })).toEqual({ state: { bytes: 2500, whole: true } });
    expect(await workshopsOf(database, name)).toEqual(['v', 'w']);

    expect(await takePiece(database, { ...first, length: 6_000_001 })).toMatchObject({ refused: 'large' });
    expect(await takePiece(database, { ...first, offset: 2000 })).toMatchObject({ refused: 'large' });
    expect(await takePiece(database, { ...first, type: 'text/html' })).toMatchObject({ refused: 'type' });
    await close();
  });

  test('takes the same photo from two tablets at once', async () => {
    const { database, send, share, close } = await newHub();
    const photo = aPhoto();
    await Promise.all([send(photo, 'one'), send(photo, 'two'), send(photo, 'three')]);
    // Whoever was told to go on elsewhere asks again.
    await Promise.all(['one', 'two', 'three'].map((workshop) => share(photo, workshop)));
    expect(await attachmentState(database, photo.name)).toEqual({ bytes: 2500, whole: true });
    expect(await workshopsOf(database, photo.name)).toEqual(['one', 'three', 'two']);
    await close();
  });
});

test('the list of what was removed bears a line that was cut off, and two hubs that share a folder', async () => {
  const { data } = await databases.place('sqlite');
  expect(await readForgotten(data)).toEqual([]);
  await noteForgotten(data, [{ discarded: 'a' }]);
  await appendFile(join(data, 'redactions.jsonl'), '{"redacted":"half');
  await Promise.all(['b', 'c', 'd'].map((id) => noteForgotten(data, [{ redacted: id, workshop: 'w' }])));
  const read = await readForgotten(data);
  expect(read[0]).toEqual({ discarded: 'a' });
  expect(read.slice(1).map((one) => ('redacted' in one ? one.redacted : ''))).toEqual(
    expect.arrayContaining(['b', 'c', 'd']),
  );
});

test('nothing of what was removed is left in any file of an embedded database', async () => {
  const { data } = await databases.place('sqlite');
  const database = await openDatabase({ data });
  const said = Array.from({ length: 300 }, (_, i) =>
    anEntry({ body: `"SPOKEN ${i}"`, workshop: i % 2 ? 'a' : 'b' }),
  );
  const left = async () => {
    const files = await Promise.all(
      (await readdir(data)).map((name) => readFile(join(data, name), 'latin1')),
    );
    return files.join('').match(/SPOKEN \d+/g);
  };
  await keep(database, said, 'test');
  expect(new Set(await left()).size).toBe(300);
  const ids = said.filter(({ workshop }) => workshop === 'a').map(({ id }) => id);
  await removeWords({ database, data }, 'a', ids, me);
  await removeWorkshop({ database, data }, 'b', me);
  expect(await left()).toBeNull();
  await database.close();
});
