import { MOST_THEMES } from './follow-changes.ts';
import type { Workshop } from './workshop.ts';

/** The themes of a workshop: what two tablets apart wrote is joined, for a theme more does no harm. */
export function themesOf({ follow }: Pick<Workshop, 'follow'>): string[] {
  return tidyThemes(follow.themes.heads.flatMap(({ value }) => value));
}

/** What was written, with commas or line by line, as themes: each once, however it is spelled. */
export function themesIn(text: string): string[] {
  return tidyThemes(text.split(/[,;\n]/));
}

function tidyThemes(themes: readonly string[]): string[] {
  const once = new Map<string, string>();
  for (const theme of themes.map((one) => one.trim().replace(/\s+/g, ' ').slice(0, 60).trim())) {
    const key = theme.toLowerCase();
    if (theme && !once.has(key)) once.set(key, theme);
  }
  return [...once.values()].slice(0, MOST_THEMES);
}
