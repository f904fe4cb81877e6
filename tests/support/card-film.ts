import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const WIDE = 640;
const HIGH = 480;

/** Writes a film for Chromium's pretended camera: a card with this text, held a little off the middle. */
export function filmOfCard(path: string, text: string): void {
  const dots = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  const size = Math.floor((HIGH * 0.7) / dots.length);
  const light = Buffer.alloc(WIDE * HIGH, 90);
  for (const [row, line] of dots.entries())
    for (const [column, dark] of line.entries())
      for (let y = 0; y < size; y += 1) {
        const from = (40 + row * size + y) * WIDE + 120 + column * size;
        light.fill(dark ? 30 : 225, from, from + size);
      }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDE * HIGH) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDE} H${HIGH} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, frame, frame]));
}
