import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Document } from './document.ts';
import { makeDocx } from './docx.ts';

const icon = new Uint8Array(readFileSync(new URL('../../public/icons/icon-192.png', import.meta.url)));
const document: Document = {
  title: 'What we heard: Having our say',
  by: 'Ann and Bo',
  foot: ['Made with Cuppa by Ann and Bo.', 'Up to date on Tuesday 5 March 2030.'],
  pieces: [
    { type: 'heading', level: 1, words: 'What we heard: Having our say' },
    { type: 'heading', level: 2, words: 'We asked: Tea & cake?' },
    { type: 'row', words: ['Most people want both.'], pictures: [{ symbol: 'tea', alt: 'Picture: tea' }] },
    {
      type: 'table',
      head: ['Answer', 'People, of 12'],
      rows: [
        ['Both', '8'],
        ['Neither', '4'],
      ],
    },
    { type: 'heading', level: 3, words: 'In their own words' },
    { type: 'row', words: ['A friend with me'], pictures: [{ drawing: [], alt: 'A drawing: a friend' }] },
    { type: 'row', words: ['Nothing to see'], pictures: [{ photo: 'gone', alt: 'A photo' }] },
  ],
};

async function inside(look: { points: number; pictureMm: number }) {
  const drawn = { png: icon, width: 192, height: 192 };
  const blob = await makeDocx(document, look, (picture) =>
    Promise.resolve('photo' in picture ? undefined : drawn),
  );
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  return {
    files,
    body: text('word/document.xml'),
    styles: text('word/styles.xml'),
    core: text('docProps/core.xml'),
  };
}

test('a Word file has its title, its language and who made it', async () => {
  const { core, styles } = await inside({ points: 14, pictureMm: 22 });
  expect(core).toContain('<dc:title>What we heard: Having our say</dc:title>');
  expect(core).toContain('<dc:creator>Ann and Bo</dc:creator>');
  expect(styles).toContain('<w:lang w:val="en-GB"/>');
});

test('its headings are headings, in order', async () => {
  const { body } = await inside({ points: 14, pictureMm: 22 });
  const levels = [...body.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map((match) => Number(match[1]));
  expect(levels).toEqual([1, 2, 3]);
});

test('every picture says in words what it shows, and one that is not here leaves its words', async () => {
  const { body, files } = await inside({ points: 14, pictureMm: 22 });
  const alts = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map((match) => match[1]);
  expect(alts).toEqual(['Picture: tea', 'A drawing: a friend']);
  expect(body.match(/<w:drawing>/g)).toHaveLength(2);
  expect(body).toContain('Nothing to see');
  expect(Object.keys(files).filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(0);
});

test('a table of numbers has a row of headings that is repeated on each page', async () => {
  const { body } = await inside({ points: 14, pictureMm: 22 });
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body.indexOf('<w:tblHeader/>')).toBeLessThan(body.indexOf('People, of 12'));
});

test('text is 14, 16 or 18 points, on A4', async () => {
  for (const points of [14, 16, 18]) {
    const { styles, body } = await inside({ points, pictureMm: 53 });
    expect(styles).toContain(`<w:sz w:val="${points * 2}"/>`);
    // Without its rule Writer takes a line for that high and no higher, and cuts off every picture.
    expect(styles).toContain('w:line="360" w:lineRule="auto"');
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  }
});

test('in Easy Read the picture is at least 30% as wide as the text', async () => {
  const { body } = await inside({ points: 16, pictureMm: 54 });
  const wide = Number(/<wp:extent cx="(\d+)"/.exec(body)?.[1]) / 36_000;
  expect(wide / 178).toBeGreaterThanOrEqual(0.3);
});
