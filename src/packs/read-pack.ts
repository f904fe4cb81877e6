import { readCsv, readText } from './csv.ts';
import { hashOf, readPicture, type PictureBytes } from './picture.ts';
import type { PackSymbol } from './pack.ts';
import { boardsOf, dataIn, readBoard, type Listed } from './board.ts';
import { PackRefused } from './refused.ts';
import { openZip, type Zip } from './zip.ts';
import { LARGEST_FILE, LARGEST_PACK, MOST_FILES } from './limits.ts';

export type PackPicture = PictureBytes & { hash: string };

/** What a file holds, before anybody has said what may be done with it. Nothing is kept yet. */
export type ReadPack = {
  id: string;
  symbols: PackSymbol[];
  pictures: PackPicture[];
  /** How many are named but cannot be used: no picture of ours, only an address, or not in the file. */
  left: number;
  /** What the file itself says of its licence and of who made it. */
  licence: string;
  credit: string;
};

/** Reads .obz, .obf, or a zip with a table. Throws `PackRefused`. */
export async function readPack(bytes: Uint8Array): Promise<ReadPack> {
  if (bytes.length > LARGEST_PACK) throw new PackRefused('too-large');
  // The same file has the same name on every tablet, so its symbols are found on each that has it.
  const id = (await hashOf(bytes)).slice(0, 12);
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = zipped ? await fromZip(openZip(bytes)) : await fromBoard(bytes);
  if (read.symbols.length === 0) throw new PackRefused('no-pictures');
  return { id, ...read };
}

type Read = Omit<ReadPack, 'id'>;

async function fromBoard(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > 20 * LARGEST_FILE) throw new PackRefused('too-large');
  const listed = readBoard(readText(bytes));
  if (listed === undefined) throw new PackRefused('foreign');
  if (listed.length > MOST_FILES) throw new PackRefused('too-many');
  return gather(listed, undefined);
}

async function fromZip(zip: Zip): Promise<Read> {
  const texts = [...zip.names].filter((name) => /\.(csv|obf|json)$/i.test(name) && !hidden(name));
  const files = new Map<string, string>();
  await zip.each(texts, async (name, bytes) => void files.set(name, readText(bytes)));
  const manifest = files.get('manifest.json');
  const tables = [...files.keys()].filter((name) => /\.csv$/i.test(name));
  // The table nearest to the top is the list of the pack.
  const table = tables.toSorted((a, b) => a.split('/').length - b.split('/').length)[0];
  const listed =
    manifest !== undefined || table === undefined
      ? boardsOf(manifest, files)
      : fromTable(table, files.get(table) ?? '', zip.names);
  if (listed === undefined) throw new PackRefused('no-list');
  if (listed.length > 10 * MOST_FILES) throw new PackRefused('too-many');
  return gather(listed, zip);
}

/** What a packer's system puts in besides. */
const hidden = (name: string): boolean => name.startsWith('__MACOSX/') || /(^|\/)\./.test(name);

function fromTable(table: string, text: string, names: ReadonlySet<string>): Listed[] | undefined {
  const rows = readCsv(text);
  if (!rows.some((row) => row.has('file') && row.has('label'))) return undefined;
  const folder = table.includes('/') ? table.slice(0, table.lastIndexOf('/') + 1) : '';
  const lower = new Map([...names].map((name) => [name.toLowerCase(), name]));
  return rows.map((row) => {
    const file = (row.get('file') ?? '').replace(/^\.\//, '');
    const path = lower.get(`${folder}${file}`.toLowerCase()) ?? lower.get(file.toLowerCase());
    const synonyms = (row.get('synonyms') ?? '').split(/[;,|]/);
    return {
      label: row.get('label') ?? '',
      words: [...synonyms, row.get('category') ?? ''],
      licence: row.get('licence') ?? row.get('license') ?? '',
      credit: row.get('credit') ?? '',
      ...(path === undefined ? {} : { path }),
    };
  });
}

/** Reads the pictures that are listed: each is kept once, under the first word that it has. */
async function gather(listed: readonly Listed[], zip: Zip | undefined): Promise<Read> {
  const found = new Map<string, Listed[]>();
  const usable = listed.filter(({ label }) => label.trim() !== '');
  for (const one of usable) {
    if (one.path !== undefined && zip?.names.has(one.path)) {
      found.set(one.path, [...(found.get(one.path) ?? []), one]);
    }
  }
  const symbols = new Map<string, PackSymbol>();
  const pictures = new Map<string, PackPicture>();
  let used = 0;
  const take = async (bytes: Uint8Array, of: readonly Listed[]): Promise<void> => {
    const picture = readPicture(bytes);
    if (!picture) return;
    used += of.length;
    const hash = await hashOf(picture.bytes);
    const labels = of.map(({ label }) => clipped(label));
    const before = symbols.get(hash);
    const words = [
      ...(before?.words ?? []),
      ...labels.slice(before ? 0 : 1),
      ...of.flatMap((one) => one.words),
    ];
    symbols.set(hash, {
      hash,
      label: before?.label ?? labels[0] ?? '',
      words: [...new Set(words.map(clipped).filter(Boolean))].slice(0, 50),
    });
    pictures.set(hash, { ...picture, hash });
  };
  if (zip) await zip.each([...found.keys()], (path, bytes) => take(bytes, found.get(path) ?? []));
  let total = 0;
  for (const one of usable) {
    const bytes = one.path === undefined && one.data !== undefined ? dataIn(one.data) : undefined;
    total += bytes?.length ?? 0;
    if (total > LARGEST_PACK) throw new PackRefused('too-large');
    if (bytes && bytes.length > LARGEST_FILE) throw new PackRefused('file-too-large');
    if (bytes) await take(bytes, [one]);
  }
  return {
    symbols: [...symbols.values()],
    pictures: [...pictures.values()],
    left: listed.length - used,
    licence: saidOf(listed.map((one) => one.licence)),
    credit: saidOf(listed.map((one) => one.credit)),
  };
}

const clipped = (text: string): string => text.trim().slice(0, 200).toWellFormed();

/** All that is said, each once: a pack may be of several hands. */
function saidOf(texts: readonly (string | undefined)[]): string {
  const once = new Set(texts.map((text) => clipped(text ?? '')).filter(Boolean));
  return [...once].join('; ').slice(0, 500).toWellFormed();
}
