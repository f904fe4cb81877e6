import { startTablet, waitUntilReadyOffline, type Tablet } from '../tests/support/browser.ts';
import { startHub } from '../tests/support/server.ts';
import { interleaved, ratio } from './ratios.ts';

/** An app to start: the button to tap, and what shows that the tap worked. */
type App = { dist: string; button: string; worked: string };

/**
 * Milliseconds from the start of navigation to the effect of the first tap that works,
 * in a browser started anew, with the server stopped. The page taps by itself as soon as the button is there.
 */
async function timeStart(url: string, profile: string, app: App, throttle: number): Promise<number> {
  const tablet = await startTablet({ profile });
  try {
    const cdp = await tablet.context.newCDPSession(tablet.page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await tablet.page.addInitScript(
      ({ button, worked }) => {
        const tap = setInterval(() => {
          const there = document.querySelector(worked);
          if (there) {
            clearInterval(tap);
            Object.assign(globalThis, { cuppaTapWorked: performance.now() });
          } else document.querySelector<HTMLElement>(button)?.click();
        }, 4);
      },
      { button: app.button, worked: app.worked },
    );
    await tablet.page.goto(url, { waitUntil: 'commit' });
    const at = await tablet.page.waitForFunction(() => Reflect.get(globalThis, 'cuppaTapWorked') as number);
    return await at.jsonValue();
  } finally {
    await tablet.close();
  }
}

async function visitOnce(app: App): Promise<{ url: string; tablet: Tablet }> {
  const hub = await startHub({ dist: app.dist });
  const tablet = await startTablet();
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  await tablet.close();
  await hub.stop();
  return { url: hub.url, tablet };
}

/** Cold start offline, Cuppa against a bare React + Dexie app, at 1x and 4x CPU throttle. */
export async function coldStart(cuppa: string, bare: string, rounds: number): Promise<string[]> {
  const ours: App = {
    dist: cuppa,
    button: 'main .button.go',
    worked: 'main .choices .choice, main .templates',
  };
  const theirs: App = { dist: bare, button: 'button', worked: '#tapped' };
  const a = await visitOnce(ours);
  const b = await visitOnce(theirs);
  const lines: string[] = [];
  for (const throttle of [1, 4]) {
    const got = await interleaved(
      rounds,
      () => timeStart(a.url, a.tablet.profile, ours, throttle),
      () => timeStart(b.url, b.tablet.profile, theirs, throttle),
    );
    lines.push(
      `cold start offline, ${throttle}x: ${ratio(got.a, got.b)} of a bare React + Dexie app (to reach: 1.5)`,
    );
  }
  await a.tablet.putAway().catch(() => undefined);
  await b.tablet.putAway().catch(() => undefined);
  return lines;
}
