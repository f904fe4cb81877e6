import { startTablet } from '../tests/support/browser.ts';
import { startHub } from '../tests/support/server.ts';
import { quantile } from './ratios.ts';
import type {} from './tap/main.ts';

/** Two frames of a 60 Hz screen, in milliseconds: what showing "saved" may cost beside keeping. */
const TWO_FRAMES = 2 * (1000 / 60);

/** Tap to durable against one raw strict put in the same page, with few and with many answers on the tablet. */
export async function tapToSaved(dist: string, pairs: number): Promise<string[]> {
  const lines: string[] = [];
  for (const throttle of [1, 4]) {
    for (const answers of [100, 50_000]) {
      const hub = await startHub({ dist });
      const tablet = await startTablet();
      await tablet.page.goto(hub.url);
      await tablet.page.evaluate((count) => globalThis.cuppaBench.fill(count), answers);
      const cdp = await tablet.context.newCDPSession(tablet.page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      const { ours, raw } = await tablet.page.evaluate((count) => globalThis.cuppaBench.pairs(count), pairs);
      const p95 = quantile(ours, 0.95) / (3 * quantile(raw, 0.95) + TWO_FRAMES);
      const middle = quantile(ours, 0.5) / quantile(raw, 0.5);
      lines.push(
        `tap to saved, ${throttle}x, ${answers} answers: p95 is ${p95.toFixed(2)} of (3 raw strict puts + 2 frames) ` +
          `(to reach: 1), median is ${middle.toFixed(2)} of a raw put`,
      );
      await tablet.putAway();
      await hub.stop();
    }
  }
  return lines;
}
