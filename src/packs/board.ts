import * as v from 'valibot';

/** One symbol as a file lists it: its word, and where its picture lies. */
export type Listed = {
  label: string;
  words: string[];
  licence?: string;
  credit?: string;
  /** In the zip. */
  path?: string;
  /** In the board itself, as a data: address. */
  data?: string;
};

const id = v.union([v.string(), v.number()]);
const maybe = v.nullish(v.string());
const ImageSchema = v.object({
  id,
  data: maybe,
  path: maybe,
  license: v.nullish(
    v.object({ type: maybe, author_name: maybe, copyright_notice_url: maybe, source_url: maybe }),
  ),
});
const ButtonSchema = v.object({ label: maybe, vocalization: maybe, image_id: v.nullish(id) });
const BoardSchema = v.object({
  format: v.pipe(v.string(), v.startsWith('open-board')),
  images: v.nullish(v.array(v.unknown()), []),
  buttons: v.nullish(v.array(v.unknown()), []),
});
const paths = v.nullish(v.record(v.string(), v.string()), {});
const ManifestSchema = v.object({
  format: v.pipe(v.string(), v.startsWith('open-board')),
  paths: v.nullish(v.object({ boards: paths, images: paths }), { boards: {}, images: {} }),
});

type Paths = Readonly<Record<string, string>>;

/** The symbols of one Open Board; undefined if the text is none. A picture that is only an address stays without one. */
export function readBoard(text: string, images: Paths = {}): Listed[] | undefined {
  const board = v.safeParse(BoardSchema, parse(text));
  if (!board.success) return undefined;
  const named = (board.output.images ?? []).flatMap((one) => {
    const image = v.safeParse(ImageSchema, one);
    return image.success ? [[String(image.output.id), image.output] as const] : [];
  });
  const byId = new Map(named);
  return (board.output.buttons ?? []).flatMap((one): Listed[] => {
    const button = v.safeParse(ButtonSchema, one);
    if (!button.success || (button.output.image_id ?? '') === '') return [];
    const { label, vocalization, image_id } = button.output;
    const image = byId.get(String(image_id));
    const path =
      image?.path ?? (Object.hasOwn(images, String(image_id)) ? images[String(image_id)] : undefined);
    return [
      {
        label: label || vocalization || '',
        words: vocalization && vocalization !== label ? [vocalization] : [],
        licence: image?.license?.type ?? '',
        credit: image?.license?.author_name ?? '',
        ...(path ? { path } : image?.data ? { data: image.data } : {}),
      },
    ];
  });
}

/** The symbols of all boards of an .obz. */
export function boardsOf(
  manifest: string | undefined,
  files: ReadonlyMap<string, string>,
): Listed[] | undefined {
  const read = v.safeParse(ManifestSchema, parse(manifest ?? ''));
  if (manifest !== undefined && !read.success) return undefined;
  const { boards, images } = (read.success ? read.output.paths : null) ?? { boards: {}, images: {} };
  const named = Object.values(boards ?? {}).filter((path) => files.has(path));
  const chosen = named.length > 0 ? named : [...files.keys()].filter((path) => path.endsWith('.obf'));
  const found = chosen.map((path) => readBoard(files.get(path) ?? '', images ?? {}));
  const whole = found.filter((listed) => listed !== undefined);
  return whole.length === 0 ? undefined : whole.flat();
}

/** The bytes in a data: address. */
export function dataIn(address: string): Uint8Array | undefined {
  const found = /^data:image\/[a-z0-9.+-]+(?:;[a-z0-9=-]+)*?(;base64)?,/i.exec(address.slice(0, 200));
  if (!found) return undefined;
  const rest = address.slice(found[0].length);
  try {
    return found[1]
      ? Uint8Array.from(atob(rest), (letter) => letter.charCodeAt(0))
      : new TextEncoder().encode(decodeURIComponent(rest));
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
