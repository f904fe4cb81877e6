/**
 * How `art` in symbols.json becomes a picture. Each of its words is one layer:
 *   1F68C            an OpenMoji code point, or the name of a picture in `parts/`
 *   …@x,y,size       set into a square of that size; the whole picture is about 72 × 72
 *   …~1F3FE          its cartoon yellow changed to a skin tone
 *   +2753            a badge: the layer stands in a white disc at the upper right corner
 * `own` as the first word: the picture is drawn by hand, in this folder; what follows is for the credits.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Box = { x: number; y: number; w: number; h: number };
export type Layer = { id: string; tone: string; place: { x: number; y: number; size: number } };

const openmoji = dirname(createRequire(import.meta.url).resolve('openmoji/package.json'));
const codePoint = /^[0-9A-F]{4,5}(-[0-9A-F]{2,5})*$/;
const YELLOW = /#fcea2b/gi;
const SKIN = new Map([
  ['1F3FB', '#fadcbc'],
  ['1F3FC', '#debb90'],
  ['1F3FD', '#c19a65'],
  ['1F3FE', '#a57939'],
  ['1F3FF', '#6a462f'],
]);

const whole = { x: 0, y: 0, size: 72 };
const besideBadge = { x: 0, y: 12, size: 62 };
const disc: Layer = { id: 'disc', tone: '', place: { x: 37, y: -2, size: 37 } };
const inDisc = { x: 43.5, y: 4.5, size: 24 };
/** Small glyphs are not blown up further: their outlines would be thicker than all others. */
const MOST = 1.7;
const LEAST_FRAME = 40;

/** The layers of a picture, lowest first. None for a picture drawn by hand. */
export function layersOf(art: readonly string[]): Layer[] {
  if (art[0] === 'own') return [];
  const hasBadge = art.some((word) => word.startsWith('+'));
  return art.flatMap((word) => {
    const [, plus = '', id = '', tone = '', at] = /^(\+?)([^~@]+)(?:~(\w+))?(?:@(.+))?$/.exec(word) ?? [];
    const [x = 0, y = 0, size = 72] = at?.split(',').map(Number) ?? [];
    if (plus) return [disc, { id, tone, place: inDisc }];
    return [{ id, tone, place: at ? { x, y, size } : hasBadge ? besideBadge : whole }];
  });
}

/** The code points that a picture is made from. */
export function credits(art: readonly string[]): string[] {
  const ids = art[0] === 'own' ? art.slice(1) : layersOf(art).map(({ id }) => id);
  return [...new Set(ids.filter((id) => codePoint.test(id)))];
}

export const atomId = ({ id, tone }: Layer): string => `${id}~${tone}`;

/** One atom as a picture of its own, 72 × 72. */
export const source = (layer: Layer): string => frame(inside(layer), '0 0 72 72');

const frame = (drawing: string, box: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${drawing}</svg>\n`;

function inside({ id, tone }: Layer): string {
  const file = codePoint.test(id)
    ? join(openmoji, 'color/svg', `${id}.svg`)
    : join(import.meta.dirname, 'parts', `${id}.svg`);
  const drawing = clean(readFileSync(file, 'utf8'));
  return tone === '' ? drawing : drawing.replace(YELLOW, SKIN.get(tone) ?? tone);
}

/** The inside of an SVG without layer names, guides, ids and empty groups. */
function clean(svg: string): string {
  const drawing = svg
    .replace(/<\?xml[\s\S]*?\?>|<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<g id="grid">[\s\S]*?<\/g>/g, '')
    .replace(/ (?:id|class|stroke-miterlimit)="[^"]*"/g, '')
    .replace(/(\.\d{3})\d+/g, '$1')
    .replace(/<g\s*\/>|<g>\s*<\/g>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
  if (/url\(#|<script|<style|<foreignObject|href=| on\w+=/i.test(drawing)) {
    throw new Error(`A picture that cannot be taken apart: ${drawing.slice(0, 80)}`);
  }
  return drawing;
}

const round = (number: number): number => Math.round(number * 100) / 100;

/** Sets the layers on each other and draws the frame, a square, close round them. */
export function draw(layers: readonly Layer[], ink: ReadonlyMap<string, Box>): string {
  const boxes: Box[] = [];
  const drawing = layers.map((layer) => {
    const box = ink.get(atomId(layer));
    if (!box) throw new Error(`Not measured: ${atomId(layer)}`);
    const { x, y, size } = layer.place;
    const scale = layers.length === 1 ? 1 : Math.min(size / Math.max(box.w, box.h), MOST);
    const left = x + (size - box.w * scale) / 2;
    const top = y + (size - box.h * scale) / 2;
    boxes.push({ x: left, y: top, w: box.w * scale, h: box.h * scale });
    if (layers.length === 1) return inside(layer);
    const move = `translate(${round(left - box.x * scale)} ${round(top - box.y * scale)}) scale(${round(scale)})`;
    return `<g transform="${move}">${inside(layer)}</g>`;
  });
  const only = layers[0] && layers.length === 1 ? ink.get(atomId(layers[0])) : undefined;
  return frame(drawing.join(''), frameRound(only ? [only] : boxes));
}

function frameRound(boxes: readonly Box[]): string {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map(({ x, w }) => x + w)) - left;
  const height = Math.max(...boxes.map(({ y, h }) => y + h)) - top;
  const side = Math.max(width, height, LEAST_FRAME) + 2;
  return [left + width / 2 - side / 2, top + height / 2 - side / 2, side, side].map(round).join(' ');
}

/** A picture drawn by hand, as it stands in this folder. */
export const drawOwn = (name: string): string =>
  readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
