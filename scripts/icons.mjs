/** Draws the icons of public/icons again from icon.svg. Only needed when the drawing changes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url));
const drawing = readFileSync(`${folder}icon.svg`, 'utf8');
// Android cuts a maskable icon to a circle of 80%: the drawing keeps inside it, so both are drawn alike.
const SIZES = { 'icon-180': 180, 'icon-192': 192, 'icon-512': 512, 'icon-maskable-512': 512 };

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0">${drawing.replace('<svg ', '<svg style="display:block" ')}</body>`,
  );
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();
