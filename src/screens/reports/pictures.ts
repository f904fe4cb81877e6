import type { Picture } from '#report/document.ts';
import type { Draw, Drawn } from '#report/docx.ts';
import { isPackName, packAddress } from '#words/pack-symbols.ts';
import { isSymbolName, symbolUrl } from '#words/symbols.ts';
import type { Attachment } from '#workshop/attachment.ts';
import { SQUARE, strokePath } from '#ui/freehand.ts';

/** Sharp on paper, and still a small file. */
const SIDE = 480;
const LONGEST_PHOTO = 900;

/**
 * Draws pictures as PNG for files that other programs open. A picture that cannot be drawn is left out: its words stay.
 * So is a symbol of the office's own that is not among those that `may` leave it.
 */
export function drawer(
  read: (name: string) => Promise<Attachment | undefined>,
  may: ReadonlySet<string>,
): Draw {
  const made = new Map<string, Promise<Drawn | undefined>>();
  const drawOnce = (picture: Picture): Promise<Drawn | undefined> => {
    if ('drawing' in picture)
      return draw(SIDE, SIDE, (pen) => {
        pen.scale(SIDE / SQUARE, SIDE / SQUARE);
        for (const stroke of picture.drawing) pen.fill(new Path2D(strokePath(stroke)));
      });
    if ('photo' in picture) return photo(picture.photo, read);
    return isPackName(picture.symbol) && !may.has(picture.symbol)
      ? Promise.resolve(undefined)
      : symbol(picture.symbol);
  };
  return (picture) => {
    const key = 'symbol' in picture ? picture.symbol : 'photo' in picture ? picture.photo : '';
    const drawn = (key && made.get(key)) || drawOnce(picture).catch(() => undefined);
    if (key) made.set(key, drawn);
    return drawn;
  };
}

async function symbol(name: string): Promise<Drawn | undefined> {
  const url = isSymbolName(name) ? symbolUrl(name) : await packAddress(name);
  if (url === undefined) return undefined;
  const image = new Image();
  image.src = url;
  await image.decode();
  const ratio = image.naturalHeight / image.naturalWidth || 1;
  const [width, height] = ratio > 1 ? [Math.round(SIDE / ratio), SIDE] : [SIDE, Math.round(SIDE * ratio)];
  return draw(SIDE, SIDE, (pen) =>
    pen.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, width, height),
  );
}

async function photo(
  name: string,
  read: (name: string) => Promise<Attachment | undefined>,
): Promise<Drawn | undefined> {
  const kept = await read(name);
  if (!kept?.type.startsWith('image/')) return undefined;
  const bytes = Uint8Array.from(atob(kept.data), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: kept.type }));
  const scale = Math.min(1, LONGEST_PHOTO / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  return draw(width, height, (pen) => pen.drawImage(bitmap, 0, 0, width, height));
}

async function draw(
  width: number,
  height: number,
  paint: (pen: CanvasRenderingContext2D) => void,
): Promise<Drawn | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  paint(pen);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob ? { png: new Uint8Array(await blob.arrayBuffer()), width, height } : undefined;
}
