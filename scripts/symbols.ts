import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import symbols from '../src/words/symbols.json' with { type: 'json' };

/**
 * Writes public/symbols/*.svg, the list of names and the licence page from src/words/symbols.json.
 * `art` is one OpenMoji code point, a main one and a badge, or `own:` for a picture in symbol-art.
 */
const root = join(import.meta.dirname, '..');
const openmoji = dirname(createRequire(import.meta.url).resolve('openmoji/package.json'));
const out = join(root, 'public/symbols');

/** The inside of an OpenMoji picture, without layer names, guides or ids. */
function glyph(code: string): string {
  const svg = readFileSync(join(openmoji, 'color/svg', `${code}.svg`), 'utf8');
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<g id="grid">[\s\S]*?<\/g>/g, '')
    .replace(/ (?:id|class)="[^"]*"/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const frame = (inside: string, box = '4 4 64 64'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>\n`;

/** Two ideas in one picture: the second stands in a white disc at the corner, as in "hard words". */
function composed(main: string, badge: string): string {
  return frame(
    `<svg x="0" y="16" width="58" height="58" viewBox="4 4 64 64">${glyph(main)}</svg>` +
      `<circle cx="54" cy="19" r="17.5" fill="#fff" stroke="#000" stroke-width="2"/>` +
      `<svg x="41.500" y="6.500" width="25" height="25" viewBox="6 6 60 60">${glyph(badge)}</svg>`,
    '0 0 74 74',
  );
}

for (const [name, { art }] of Object.entries(symbols)) {
  const [main = '', badge] = art;
  const own = main.startsWith('own:');
  const svg = own
    ? readFileSync(join(root, 'scripts/symbol-art', `${name}.svg`), 'utf8')
    : badge
      ? composed(main, badge)
      : frame(glyph(main));
  writeFileSync(join(out, `${name}.svg`), svg);
}

const names = Object.keys(symbols);
writeFileSync(
  join(root, 'src/words/symbol-names.ts'),
  `/** Made by \`npm run symbols\` from symbols.json, so that a wrong name does not compile. */\nexport const symbolNames = [\n${names.map((name) => `  '${name}',`).join('\n')}\n] as const;\n`,
);

const rows = Object.entries(symbols).map(([name, { art }]) => `| ${name} | ${art.join(' + ').replace('own:', '')} |`);
writeFileSync(
  join(out, 'LICENCE.md'),
  `# The pictures in this folder

All emojis designed by OpenMoji – the open-source emoji and icon project (https://openmoji.org). License: CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/).

What we changed: names of layers are gone and the frame stands closer round each picture. Pictures with more than one
code point were put together by us, some with lines of our own; they are CC BY-SA 4.0 too.

| name | OpenMoji |
|---|---|
${rows.join('\n')}
`,
);
console.log(`${names.length} symbols written.`);
