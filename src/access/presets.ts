import { standardWays, type Ways } from './ways.ts';

/** What people ask for most, each in one tap. A preset may set several ways; the rest stay as they are. */
export const presets = {
  bigger: { text: 'large' },
  easyRead: { words: 'easy' },
  pictures: { words: 'symbols' },
  readEach: { readAloud: true },
  contrast: { theme: 'contrast' },
  calm: { calm: true },
  oneSwitch: { scan: 'one', scanTouch: false, holdMs: 0 },
} as const satisfies Record<string, Partial<Ways>>;

export type Preset = keyof typeof presets;

/** Does all of this hold now? */
export function hasWays(ways: Ways, wanted: Partial<Ways>): boolean {
  const now: Partial<Record<string, unknown>> = ways;
  return Object.entries(wanted).every(([key, value]) => now[key] === value);
}

/** What changes when these ways are tapped: on, or back to how it usually is. */
export function tapWays(ways: Ways, wanted: Partial<Ways>): Partial<Ways> {
  if (!hasWays(ways, wanted)) return wanted;
  const usual: Partial<Record<string, unknown>> = standardWays;
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, usual[key]]));
}
