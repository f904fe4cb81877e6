import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = Map<string, string>;

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '');

/** The colours that the rule with exactly this selector sets, in the order of the file. */
function coloursOf(selector: string): Colours {
  const found: Colours = new Map();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const own = selectors.split(/,(?![^(]*\))/).map((one) => one.trim().replace(/\s+/g, ' '));
    if (!own.includes(selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g))
      found.set(name, value);
  }
  return found;
}

const layers = {
  light: ["[data-theme='light']"],
  'light, calm': ["[data-theme='light']", "[data-calm='yes']"],
  'light, more contrast': ["[data-theme='light']", ":root:not([data-theme='dark'], [data-theme='contrast'])"],
  dark: ["[data-theme='light']", "[data-theme='dark']"],
  'dark, calm': [
    "[data-theme='light']",
    "[data-theme='dark']",
    "[data-calm='yes']",
    "[data-calm='yes'][data-theme='dark']",
  ],
  contrast: ["[data-theme='light']", "[data-theme='contrast']"],
  'contrast, calm': [
    "[data-theme='light']",
    "[data-theme='contrast']",
    "[data-calm='yes']",
    "[data-calm='yes'][data-theme='contrast']",
  ],
};

const words: [string, string][] = [
  ...['page', 'surface', 'go-soft', 'here-soft', 'stop-soft'].map((on): [string, string] => ['ink', on]),
  ...['note-1', 'note-2', 'note-3', 'note-4'].map((on): [string, string] => ['ink', on]),
  ['quiet', 'page'],
  ['quiet', 'surface'],
  ['go', 'surface'],
  ['on-go', 'go'],
  ['on-yours', 'yours'],
  ['stop', 'page'],
  ['stop', 'surface'],
  ['on-stop', 'stop'],
  ['on-curtain', 'curtain'],
  ['on-tile', 'tile'],
];
/** Rims and rings, by which people see what can be tapped and where they are. */
const rims: [string, string][] = [
  ['line', 'page'],
  ['line', 'surface'],
  ['go', 'page'],
  ['here', 'page'],
  ['here', 'surface'],
  ['yours-rim', 'page'],
  ['yours-rim', 'surface'],
];

describe.each(Object.entries(layers))('the colours in %s', (_, selectors) => {
  const colours: Colours = new Map(selectors.flatMap((selector) => [...coloursOf(selector)]));
  const tooWeak = (pairs: [string, string][], least: number): string[] =>
    pairs
      .map(([front, on]) => ({ front, on, is: contrast(colours.get(`--${front}`), colours.get(`--${on}`)) }))
      .filter(({ is }) => is < least)
      .map(({ front, on, is }) => `${front} on ${on} is ${is.toFixed(2)}`);

  test('every word has 7 to 1 or more', () => expect(tooWeak(words, 7)).toEqual([]));
  test('every rim has 3 to 1 or more', () => expect(tooWeak(rims, 3)).toEqual([]));
});

test('each layer of colours is found in the file', () => {
  for (const selector of Object.values(layers).flat()) expect(coloursOf(selector).size).toBeGreaterThan(4);
  expect(contrast('#000000', '#ffffff')).toBe(21);
});

/** The contrast of two colours, as WCAG counts it. */
function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = Number.NaN, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
