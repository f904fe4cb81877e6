import * as v from 'valibot';

const short = v.pipe(v.string(), v.trim(), v.maxLength(500));
const needed = v.pipe(short, v.minLength(1));
const hash = /^[0-9a-f]{32}$/;

/** May pictures of a pack leave this office? Any of them, none, or so many different ones at a time. */
export const LeavesSchema = v.union([
  v.literal('yes'),
  v.literal('no'),
  v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
]);
export type Leaves = v.InferOutput<typeof LeavesSchema>;

/** What is asked when a pack is brought in, and kept with it. */
export const LicenceSchema = v.object({
  title: needed,
  owner: needed,
  licence: needed,
  credit: needed,
  leaves: LeavesSchema,
});
export type Licence = v.InferOutput<typeof LicenceSchema>;

const SymbolSchema = v.object({
  hash: v.pipe(v.string(), v.regex(hash)),
  label: needed,
  words: v.pipe(v.array(short), v.maxLength(50)),
});
export type PackSymbol = v.InferOutput<typeof SymbolSchema>;

/** A pack as it is kept: its pictures lie beside it. */
export const PackSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  licence: LicenceSchema,
  symbols: v.pipe(v.array(SymbolSchema), v.maxLength(10_000)),
});
export type Pack = v.InferOutput<typeof PackSchema>;

/** What a phrase calls the symbol of a pack. */
export const nameOf = (pack: string, one: string): string => `pack:${pack}/${one}`;

/** Every symbol of a pack that is named in a text, in the order of the text. */
export function namedIn(text: string): string[] {
  return [...new Set(text.match(/pack:[0-9a-f]{12}\/[0-9a-f]{32}/g) ?? [])];
}

export type Leaving = {
  /** The names of those that may leave. */
  may: ReadonlySet<string>;
  /** How many must stay, and the packs that they are of. */
  stay: number;
  of: readonly string[];
  /** The credit line of each pack of which something leaves. */
  credits: readonly string[];
};

/** Which of the symbols named in `text` may leave this office. Of a pack that is not here, nothing does. */
export function leavingOf(text: string, packs: readonly Pack[]): Leaving {
  const names = namedIn(text);
  const may = new Set<string>();
  const of = new Set<string>();
  const credits = new Set<string>();
  let stay = 0;
  for (const { id, licence, symbols } of packs) {
    const start = nameOf(id, '');
    const here = new Set(symbols.map((symbol) => nameOf(id, symbol.hash)));
    const used = names.filter((name) => name.startsWith(start) && here.has(name));
    const most = licence.leaves === 'yes' ? used.length : licence.leaves === 'no' ? 0 : licence.leaves;
    for (const name of used.slice(0, most)) may.add(name);
    if (used.length > most) of.add(licence.title);
    stay += Math.max(0, used.length - most);
    if (used.length > 0 && most > 0) credits.add(licence.credit);
  }
  return { may, stay, of: [...of], credits: [...credits] };
}
