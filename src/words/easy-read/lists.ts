import { past, plural, withIng, withS } from '../forms.ts';
import simpler from './simpler.json' with { type: 'json' };
import idiomList from './idioms.json' with { type: 'json' };

export type Listed = ReadonlyMap<string, string>;
let hard: Listed | undefined;

/** Hard words in each of their forms, and the plain word in the same form. Made when it is first asked for. */
export function hardWords(): Listed {
  hard ??= new Map([
    ...Object.entries(simpler.others),
    ...Object.entries(simpler.verbs).flatMap(([verb, plain]): [string, string][] => [
      [verb, plain],
      [withS(verb), withS(plain)],
      [withIng(verb), withIng(plain)],
      [past(verb), past(plain)],
    ]),
    ...Object.entries(simpler.nouns).flatMap(([noun, plain]): [string, string][] => [
      [noun, plain],
      [plural(noun), plural(plain)],
    ]),
  ]);
  return hard;
}

export const idioms: Listed = new Map(Object.entries(idiomList));

/** Where one of `listed` stands in `text`, whole words only, the longest first. */
export function findListed(text: string, listed: Listed): { at: number; text: string; instead: string }[] {
  return [...text.matchAll(patternOf(listed))].map((match) => ({
    at: match.index,
    text: match[0],
    instead: asCased(match[0], listed.get(match[0].toLowerCase().replaceAll('’', "'")) ?? ''),
  }));
}

const patterns = new WeakMap<Listed, RegExp>();

function patternOf(listed: Listed): RegExp {
  const made = patterns.get(listed);
  if (made) return made;
  const each = [...listed.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${each.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  patterns.set(listed, pattern);
  return pattern;
}

/** `instead` with a capital where `found` has one. */
export function asCased(found: string, instead: string): string {
  const first = found[0] ?? '';
  if (first === first.toLowerCase()) return instead;
  return (instead[0] ?? '').toUpperCase() + instead.slice(1);
}
