import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import { PackSchema, nameOf, type Licence, type Pack } from './pack.ts';
import type { ReadPack } from './read-pack.ts';

const NAME = 'cuppa-packs';

export type KeptPicture = { name: string; pack: string; type: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Packs are the office's and of no workshop, so they lie apart from the journal: they can be taken away without touching
 * what people said.
 */
class Shelf extends Dexie {
  declare readonly packs: Table<Pack, string>;
  declare readonly pictures: Table<KeptPicture, string>;

  constructor() {
    super(NAME, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ packs: 'id', pictures: 'name, pack' });
  }
}

let shelf: Shelf | undefined;
const theShelf = (): Shelf => (shelf ??= new Shelf());

const isThere = async (): Promise<boolean> =>
  shelf !== undefined || (typeof indexedDB !== 'undefined' && (await Dexie.exists(NAME)));

/** Every pack on this device. Where there never was one, nothing is made to look for it. */
export async function readPacks(): Promise<Pack[]> {
  if (!(await isThere())) return [];
  const rows: unknown[] = await theShelf().packs.toArray();
  return rows.filter((row) => v.is(PackSchema, row));
}

/** Keeps a pack with what was said of its licence: all of it, or nothing. */
export async function keepPack(
  read: Pick<ReadPack, 'id' | 'symbols' | 'pictures'>,
  licence: Licence,
): Promise<Pack> {
  const pack = v.parse(PackSchema, { id: read.id, licence, symbols: read.symbols });
  const pictures = read.pictures.map(({ hash, type, bytes }) => {
    return { name: nameOf(pack.id, hash), pack: pack.id, type, bytes };
  });
  const db = theShelf();
  await db.transaction('rw', [db.packs, db.pictures], async () => {
    await db.pictures.bulkPut(pictures);
    await db.packs.put(pack);
  });
  return pack;
}

/** Takes a pack off this device, with its pictures. */
export async function removePack(id: string): Promise<void> {
  const db = theShelf();
  await db.transaction('rw', [db.packs, db.pictures], async () => {
    await db.pictures.where('pack').equals(id).delete();
    await db.packs.delete(id);
  });
}

/** One picture by the name that phrases have for it. */
export async function readPackPicture(name: string): Promise<KeptPicture | undefined> {
  if (!(await isThere())) return undefined;
  return theShelf().pictures.get(name);
}
