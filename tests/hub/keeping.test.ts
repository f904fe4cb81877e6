import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bringDatesUp, datedBefore, naming, withoutDate } from '#hub/keeping/dates.ts';
import { removeWords, removeWorkshop } from '#hub/keeping/remove.ts';
import { sweep } from '#hub/keeping/sweep.ts';
import type { Database } from '#hub/database/database.ts';
import { keep, since } from '#hub/store/entries.ts';
import { readForgotten } from '#hub/store/forgotten.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';

const databases = databasesOfThisFile();

const organiser = { kind: 'account', id: 'ann', name: 'Ann', role: 'organiser' } as const;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

let counter = 0;
const entryOf = (workshop: string, body: unknown, more: Partial<Entry> = {}): Entry => {
  counter += 1;
  const place = { place: counter, counter, previous: '', from: [] };
  return {
    id: newId(),
    workshop,
    activity: '',
    tablet: 'hall',
    salt: newId(),
    body: JSON.stringify(body),
    ...place,
    ...more,
  };
};
const until = (workshop: string, day: string, from: string[] = []): Entry =>
  entryOf(workshop, { type: 'keep-until-set', until: day, why: 'To report back' }, { from });
const described = (workshop: string, plain: string): Entry =>
  entryOf(workshop, {
    type: 'described',
    about: { title: { plain, easy: plain, symbol: '' }, date: '2026-06-01', where: 'Hall', ledBy: '' },
  });

describe.each(kinds)('keeping and forgetting on %s', (kind) => {
  async function aPlace(): Promise<{ database: Database; data: string; done: () => Promise<void> }> {
    const database = await databases.open(kind);
    const data = await mkdtemp(join(tmpdir(), 'cuppa-forget-'));
    return { database, data, done: () => rm(data, { recursive: true, force: true }) };
  }
  const deeds = async (database: Database) =>
    (await database.all('SELECT who_kind, what, about FROM audit ORDER BY number')).map(
      ({ who_kind: who, what, about }) => `${String(who)} ${String(what)} ${String(about)}`,
    );

  test('what is over goes the day after, by itself, and what is not stays', async () => {
    const place = await aPlace();
    await keep(place.database, [described('old', 'Buses'), until('old', '2026-11-20')], 'hall');
    await keep(place.database, [until('new', '2026-11-22'), described('none', 'Bins')], 'hall');
    expect(await sweep(place, noon('2026-11-20'))).toEqual([]);
    expect(await sweep(place, noon('2026-11-21'))).toEqual(['old']);
    expect(await sweep(place, noon('2026-11-22'))).toEqual([]);
    expect(await deeds(place.database)).toEqual(['hub discarded old']);
    expect(await readForgotten(place.data)).toEqual([{ discarded: 'old' }]);
    const left = (await since(place.database, 0)).entries.map(({ workshop }) => workshop);
    expect(left).toEqual(['new', 'none']);
    await place.done();
  });

  test('of two processes only one removes, and takes it down once', async () => {
    const place = await aPlace();
    await keep(
      place.database,
      ['a', 'b', 'c'].map((one) => until(one, '2026-01-01')),
      'hall',
    );
    const removed = await Promise.all([0, 1, 2].map(() => sweep(place, noon('2026-11-21'))));
    expect(removed.flat().toSorted()).toEqual(['a', 'b', 'c']);
    expect(await deeds(place.database)).toHaveLength(3);
    await place.done();
  });

  test('a later date that came in puts it off, and of two dates said apart the later stands', async () => {
    const place = await aPlace();
    const first = until('w', '2026-11-20');
    const apart = until('v', '2026-11-20');
    await keep(place.database, [first, apart, until('v', '2026-12-24')], 'hall');
    await bringDatesUp(place.database);
    await keep(place.database, [until('w', '2027-01-31', [first.id])], 'office');
    expect(await sweep(place, noon('2026-12-01'))).toEqual([]);
    expect(await datedBefore(place.database, '2028-01-01')).toMatchObject([
      { workshop: 'v', until: '2026-12-24' },
      { workshop: 'w', until: '2027-01-31' },
    ]);
    expect(await sweep(place, noon('2026-12-25'))).toEqual(['v']);
    await place.done();
  });

  test('the list names what goes soon and what has no date, from entries however many there are', async () => {
    const place = await aPlace();
    for (let batch = 0; batch < 12; batch += 1) {
      const some = Array.from({ length: 500 }, () => entryOf('many', { type: 'brought-back' }));
      await keep(place.database, some, 'hall');
    }
    await keep(place.database, [described('many', 'Many'), until('many', '2026-12-01')], 'hall');
    await keep(place.database, [described('free', 'Free')], 'hall');
    await bringDatesUp(place.database);
    expect(await datedBefore(place.database, '2026-12-02')).toEqual([
      {
        workshop: 'many',
        title: 'Many',
        date: '2026-06-01',
        place: 'Hall',
        until: '2026-12-01',
        why: 'To report back',
        entries: 6002,
      },
    ]);
    expect(await withoutDate(place.database, 5)).toMatchObject([
      { workshop: 'free', title: 'Free', until: '' },
    ]);
    await place.done();
  });

  test('a clock that jumps removes nothing until people had a week to see it', async () => {
    const place = await aPlace();
    await keep(place.database, [until('w', '2027-06-01')], 'hall');
    expect(await sweep(place, noon('2026-11-21'))).toEqual([]);
    // Ten years ahead, and then right again.
    expect(await sweep(place, noon('2036-11-21'))).toEqual([]);
    expect(await sweep(place, noon('2036-11-22'))).toEqual([]);
    expect(await sweep(place, noon('2026-11-23'))).toEqual([]);
    expect(await sweep(place, noon('2026-12-01'))).toEqual([]);
    for (const day of ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01']) {
      expect(await sweep(place, noon(day))).toEqual([]);
    }
    expect(await sweep(place, noon('2027-06-02'))).toEqual(['w']);
    await place.done();
  });

  test('a workshop that was removed is not kept again, and nothing of it waits with a refused tablet', async () => {
    const place = await aPlace();
    const entries = [
      described('w', 'Buses'),
      entryOf('w', { type: 'note-written', activity: '', text: 'My words' }),
    ];
    await keep(place.database, entries, 'hall');
    for (const one of [...entries, described('other', 'Bins')]) {
      await place.database.all('INSERT INTO held (tablet, id, workshop, entry) VALUES (?, ?, ?, ?)', [
        'lost',
        one.id,
        one.workshop,
        JSON.stringify(one),
      ]);
    }
    expect(await removeWorkshop(place, 'w', organiser)).toBe(true);
    expect(await removeWorkshop(place, 'w', organiser)).toBe(false);
    expect(await removeWorkshop(place, 'never', organiser)).toBe(false);
    const [receipt] = await keep(place.database, entries, 'hall');
    expect(receipt).toMatchObject({ workshop: 'w', discarded: true });
    expect((await since(place.database, 0)).entries).toEqual([]);
    expect(await place.database.all('SELECT id FROM held')).toHaveLength(1);
    expect(await deeds(place.database)).toEqual(['account discarded w']);
    await place.done();
  });

  test('words are removed with what a refused tablet holds of them, and taken down without words', async () => {
    const place = await aPlace();
    const note = entryOf('w', { type: 'added', words: 'My words' }, { activity: 'notes' });
    await keep(place.database, [note, described('w', 'Buses')], 'hall');
    await place.database.all('INSERT INTO held (tablet, id, workshop, entry) VALUES (?, ?, ?, ?)', [
      'lost',
      note.id,
      'w',
      JSON.stringify(note),
    ]);
    expect(await removeWords(place, 'w', [note.id], organiser)).toBe(1);
    await keep(place.database, [note], 'hall');
    const page = await since(place.database, 0);
    expect(page.entries.find(({ id }) => id === note.id)).toMatchObject({ salt: null, body: null });
    expect(await place.database.all('SELECT id FROM held')).toEqual([]);
    expect(await deeds(place.database)).toEqual(['account redacted w']);
    expect(JSON.stringify(await place.database.all('SELECT * FROM audit'))).not.toContain('My words');
    expect(await readForgotten(place.data)).toEqual([{ redacted: note.id, workshop: 'w' }]);
    await place.done();
  });

  test('edits, copies in other workshops and lines made from it are found by the entry they name', async () => {
    const place = await aPlace();
    const note = entryOf('w', { words: 'My words' }, { activity: 'notes' });
    const edit = entryOf('w', { words: 'My own words' }, { activity: 'notes', from: [note.id] });
    const line = entryOf('w', { type: 'line-heard', sources: [{ activity: 'notes', entry: note.id }] });
    const copy = entryOf('next', { type: 'carried-over', from: { workshop: 'w', entry: note.id } });
    await keep(place.database, [note, edit, line, copy, described('w', 'Buses')], 'hall');
    const found = await naming(place.database, [note.id], 10);
    expect(found.map(({ id }) => id)).toEqual([edit.id, line.id, copy.id]);
    expect(await naming(place.database, ['%'], 10)).toEqual([]);
    await place.done();
  });
});
