import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { broughtDrafts, heardDrafts } from '../support/follow.ts';
import { oneOfEach, runningAt, workshopFile } from '../support/gallery.ts';
import { bringIn, settled } from '../support/on-screen.ts';
import { startHub, type Hub } from '../support/server.ts';

const ID = 'to-print';
/** CUPPA_PAPERS names a folder: the papers are put there, to be looked at. */
const folder = process.env.CUPPA_PAPERS;
const sizes = { standard: 14, easy: 16, large: 18 };
type Look = keyof typeof sizes;
const looks: Look[] = ['standard', 'easy', 'large'];

const sheets = [
  'print/invite',
  'print/agenda',
  'print/follow',
  ...oneOfEach.flatMap(({ id, kind }) => [
    `print/${id}/answers`,
    ...(kind.parts.prints ?? []).map(({ name }) => `print/${id}/${name}`),
  ]),
];

let tablet: Tablet;
let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  // An A4 page inside its margins.
  tablet = await startTablet({ width: 673, height: 1000 });
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  const finished = { type: 'finished', at: Date.UTC(2030, 2, 5) } as const;
  const file = workshopFile({
    id: ID,
    title: 'Having our say in York',
    of: oneOfEach,
    after: [
      ...runningAt(oneOfEach[0]?.id ?? ''),
      ...oneOfEach.map(({ id }) => ({ type: 'shown' as const, activity: id })),
      finished,
    ],
    said: [...heardDrafts, ...broughtDrafts('before').slice(1)],
  });
  await bringIn(tablet.page, await file);
});
afterAll(async () => {
  await tablet?.putAway();
  await hub?.stop();
});

/** What of the sheet would be cut off, is too small, or has its picture elsewhere than at the left. */
async function faultsOf(page: Page, look: Look): Promise<string[]> {
  return page.evaluate(
    ({ points, easy }) => {
      const paper = document.querySelector('.paper');
      if (!paper) return ['there is no paper'];
      const faults: string[] = [];
      const own = paper.getBoundingClientRect();
      const least = (points * 96) / 72 - 0.5;
      const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const of = node.parentElement;
        const words = node.textContent?.trim() ?? '';
        if (!of || !words || !of.checkVisibility()) continue;
        const size = Number.parseFloat(getComputedStyle(of).fontSize);
        if (size < least && !of.closest('.paper-foot')) faults.push(`${size} px: ${words}`);
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right } = range.getBoundingClientRect();
        if (left < own.left - 1 || right > own.right + 1) faults.push(`cut off: ${words}`);
      }
      for (const say of paper.querySelectorAll('.say:not(.no-picture)')) {
        const [picture, words] = [...say.children].map((child) => child.getBoundingClientRect());
        if (!picture || !words || say.closest('.across')) continue;
        if (picture.right > words.left) faults.push(`picture not at the left: ${say.textContent}`);
        const share = (words.left - say.getBoundingClientRect().left) / say.getBoundingClientRect().width;
        if (easy && share < 0.3) faults.push(`picture column ${share}: ${say.textContent}`);
      }
      for (const picture of paper.querySelectorAll('img')) {
        if (!picture.hasAttribute('alt') || picture.naturalWidth === 0) faults.push(`picture ${picture.src}`);
      }
      return faults;
    },
    { points: sizes[look], easy: look === 'easy' },
  );
}

async function print(path: string, look: Look): Promise<{ faults: string[]; pdf: Buffer }> {
  const { page } = tablet;
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${hub.url}/workshop/${ID}/${path}${path === 'report' ? '' : `?look=${look}`}`);
  await settled(page);
  if (path === 'report') {
    const name = { standard: 'Standard', easy: 'Easy Read', large: 'Large print' }[look];
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await settled(page);
  }
  await page.emulateMedia({ media: 'print' });
  const faults = await faultsOf(page, look);
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${path.replaceAll('/', '-')}-${look}.pdf`), pdf);
  }
  return { faults: faults.map((fault) => `${path} ${look}: ${fault}`), pdf };
}

test(
  'every sheet prints in three looks: large enough, nothing cut off, picture at the left, tagged and named',
  { timeout: 300_000 },
  async () => {
    const faults: string[] = [];
    const all = process.env.CUPPA_MATRIX === 'full' || folder !== undefined;
    for (const [place, path] of [...sheets, 'report'].entries()) {
      const looked = all || path === 'report' ? looks : looks.filter((_, n) => n === place % looks.length);
      for (const look of looked) {
        const made = await print(path, look);
        faults.push(...made.faults);
        const inside = made.pdf.toString('latin1');
        for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang (en-GB)', '/Title', '/Outlines'])
          if (!inside.includes(mark)) faults.push(`${path} ${look}: no ${mark}`);
        if (!/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/.test(inside)) faults.push(`${path} ${look}: not A4`);
      }
    }
    expect(faults).toEqual([]);
    tablet.expectQuiet();
  },
);

test('the report is saved for Word, Excel and as braille, made on the tablet under the strict policy', async () => {
  const { page } = tablet;
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${hub.url}/workshop/${ID}/report`);
  const saved = async (name: RegExp, look = ''): Promise<{ name: string; bytes: Uint8Array }> => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name }).press('Enter');
    const download = await coming;
    const bytes = new Uint8Array(readFileSync(await download.path()));
    if (folder) writeFileSync(join(folder, `${look}${download.suggestedFilename()}`), bytes);
    return { name: download.suggestedFilename(), bytes };
  };
  const text = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);
  for (const look of ['Standard', 'Large print', 'Easy Read']) {
    await page.getByRole('button', { name: look, exact: true }).press('Enter');
    const word = await saved(/Word/, look);
    expect(word.name).toBe('having-our-say-in-york.docx');
    const files = unzipSync(word.bytes);
    const body = text(files['word/document.xml']);
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body.match(/<w:drawing>/g)?.length).toBeGreaterThan(10);
    for (const [, alt] of body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)) expect(alt).not.toBe('');
    expect(body.includes('<w:tblHeader/>')).toBe(look !== 'Easy Read');
  }

  await page.getByRole('button', { name: 'Standard', exact: true }).press('Enter');
  const excel = await saved(/Excel/);
  expect(excel.name).toBe('having-our-say-in-york.xlsx');
  const sheetFiles = unzipSync(excel.bytes);
  const book = text(sheetFiles['xl/workbook.xml']);
  expect(book.match(/<sheet name="(?:Everything|\d+ [^"]+)"/g)?.length).toBeGreaterThan(5);
  expect(text(sheetFiles['xl/worksheets/sheet1.xml'])).toContain('>heading</t>');
  for (const bytes of Object.values(sheetFiles)) expect(text(bytes)).not.toContain('<f>');

  await page.getByText('Braille', { exact: true }).press('Enter');
  for (const grade of [1, 2]) {
    const brf = text((await saved(new RegExp(`grade ${grade}`))).bytes);
    expect(
      brf.startsWith(grade === 1 ? ',BRAILLE MADE BY COMPUTER4' : ',BRL MADE BY COMPUT]4 ,ASK A BRL R1D] TO'),
    ).toBe(true);
    for (const leaf of brf.split('\f')) {
      const lines = leaf.split('\r\n').slice(0, -1);
      expect(lines).toHaveLength(25);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    }
  }
  tablet.expectQuiet();
}, 120_000);
