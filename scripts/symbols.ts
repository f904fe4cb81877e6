/**
 * Draws public/symbols/*.svg and the licence page beside them from src/words/symbols.json.
 * `node scripts/symbols.ts --sheet` also draws docs/symbols.png, to be looked at before a commit.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import * as v from 'valibot';
import { findChromium } from './chromium.mjs';
import { atomId, credits, draw, drawOwn, layersOf, source, type Box } from './symbol-art/draw.ts';
import { licencePage } from './symbol-art/licence.ts';
import { sheetPage } from './symbol-art/sheet.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'public/symbols');
const text = v.pipe(v.string(), v.minLength(1));
const List = v.record(
  text,
  v.strictObject({ label: text, group: text, search: v.array(text), art: v.tupleWithRest([text], text) }),
);
const symbols = v.parse(List, JSON.parse(readFileSync(join(root, 'src/words/symbols.json'), 'utf8')));

const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 1180, height: 400 } });

/** How much of its 72 × 72 an atom really fills. Found by painting it, which no reading of paths does as well. */
async function inkOf(svg: string): Promise<Box> {
  return page.evaluate(async (code) => {
    const SCALE = 4;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(code)}`;
    await image.decode();
    const canvas = new OffscreenCanvas(72 * SCALE, 72 * SCALE);
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('This Chromium cannot paint.');
    paint.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = paint.getImageData(0, 0, canvas.width, canvas.height);
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if ((data[(y * width + x) * 4 + 3] ?? 0) < 16) continue;
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
      }
    }
    return { x: left / SCALE, y: top / SCALE, w: (right - left) / SCALE, h: (bottom - top) / SCALE };
  }, svg);
}

const ink = new Map<string, Box>();
for (const { art } of Object.values(symbols)) {
  for (const layer of layersOf(art)) {
    const id = atomId(layer);
    if (!ink.has(id)) ink.set(id, await inkOf(source(layer)));
  }
}

// A picture whose name has gone must not stay behind.
for (const file of readdirSync(out)) if (file.endsWith('.svg')) rmSync(join(out, file));
const drawn = Object.entries(symbols).map(([name, about]) => {
  const svg = about.art[0] === 'own' ? drawOwn(name) : draw(layersOf(about.art), ink);
  writeFileSync(join(out, `${name}.svg`), svg);
  return { name, svg, ...about, credits: credits(about.art) };
});

writeFileSync(join(out, 'LICENCE.md'), licencePage(drawn));
if (process.argv.includes('--sheet')) {
  await page.setContent(sheetPage(drawn));
  await page.screenshot({ path: join(root, 'docs/symbols.png'), fullPage: true });
}
await browser.close();

const bytes = drawn.reduce((sum, { svg }) => sum + Buffer.byteLength(svg), 0);
console.log(`${drawn.length} symbols written, ${Math.round(bytes / 1000)} kB.`);
