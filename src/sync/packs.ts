import * as v from 'valibot';
import { bytesOf, toBase64 } from '#journal/attachments.ts';
import { leavingOf, LicenceSchema, nameOf, PackSchema } from '#packs/pack.ts';
import { hashOf, readPicture } from '#packs/picture.ts';
import type { ReadPack } from '#packs/read-pack.ts';
import { keepPack, readPackPicture, readPacks } from '#packs/shelf.ts';

const { hash, label, words } = PackSchema.entries.symbols.pipe[0].item.entries;
/** 5 MB as base64. */
const data = v.pipe(v.string(), v.maxLength(7_000_000));
const CarriedSchema = v.object({
  pack: PackSchema.entries.id,
  licence: LicenceSchema,
  symbols: v.pipe(v.array(v.object({ hash, label, words, data })), v.minLength(1), v.maxLength(10_000)),
});

/** A pack's part of a workshop file: its licence, and the pictures that may leave. */
export type Carried = v.InferOutput<typeof CarriedSchema>;

/** The symbols of packs that are named in `text` and may leave this office. */
export async function carriedFor(text: string): Promise<Carried[]> {
  const packs = await readPacks();
  const { may } = leavingOf(text, packs);
  const carried = await Promise.all(
    packs.map(async ({ id, licence, symbols }) => {
      const leaving = symbols.filter((symbol) => may.has(nameOf(id, symbol.hash)));
      const whole = await Promise.all(
        leaving.map(async (symbol) => {
          const picture = await readPackPicture(nameOf(id, symbol.hash));
          return picture ? [{ ...symbol, data: toBase64(picture.bytes) }] : [];
        }),
      );
      return { pack: id, licence, symbols: whole.flat() };
    }),
  );
  return carried.filter(({ symbols }) => symbols.length > 0);
}

/** What a file carries of packs, as far as it is what it says. The rest is left out: words stand without it. */
export async function readCarried(stored: readonly unknown[]): Promise<Carried[]> {
  const read = stored.slice(0, 100).map((one) => v.safeParse(CarriedSchema, one));
  const carried = read.flatMap((one) => (one.success ? [one.output] : []));
  return Promise.all(
    carried.map(async (one) => {
      const good = await Promise.all(
        one.symbols.map(async (symbol) => (await pictureOf(symbol)) !== undefined),
      );
      return { ...one, symbols: one.symbols.filter((_, place) => good[place]) };
    }),
  );
}

/** Puts them with the packs of this tablet. What is here already stays, with its own licence record. */
export async function keepCarried(carried: readonly Carried[]): Promise<void> {
  const here = await readPacks();
  for (const { pack, licence, symbols } of carried) {
    const before = here.find(({ id }) => id === pack);
    const had = new Set(before?.symbols.map((symbol) => symbol.hash));
    const fresh = symbols.filter((symbol) => !had.has(symbol.hash));
    const pictures: ReadPack['pictures'] = [];
    for (const symbol of fresh) {
      const picture = await pictureOf(symbol);
      if (picture) pictures.push({ ...picture, hash: symbol.hash });
    }
    if (pictures.length === 0) continue;
    const bare = fresh.map(({ hash: one, label: word, words: more }) => ({
      hash: one,
      label: word,
      words: more,
    }));
    const all = [...(before?.symbols ?? []), ...bare];
    await keepPack({ id: pack, symbols: all, pictures }, before?.licence ?? licence);
  }
}

async function pictureOf(symbol: Carried['symbols'][number]) {
  try {
    const picture = readPicture(bytesOf(symbol));
    return picture && (await hashOf(picture.bytes)) === symbol.hash ? picture : undefined;
  } catch {
    return undefined;
  }
}
