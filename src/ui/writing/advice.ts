import type { Phrase } from '#workshop/phrase.ts';
import { check, replaced, type Finding, type Rule } from '#words/easy-read/rules.ts';
import { termFor, type Term } from '#words/glossary/glossary.ts';
import { suggestSymbols, type SymbolName } from '#words/symbols.ts';

/** What is asked of plain words too; the rest is for Easy Read. */
const PLAIN: ReadonlySet<Rule> = new Set(['shout', 'percent', 'acronym', 'idiom', 'short']);
const MOST = 6;
const MOST_HINTS = 2;
const MOST_SYMBOLS = 4;

export type Advice = {
  /** What could be easier in each text, a few at a time: what is against Easy Read first. */
  plain: Finding[];
  easy: Finding[];
  /** How many there are besides. */
  more: number;
  /** Hard words that Easy Read shows bold and explains at a tap. */
  explained: string[];
  lacks: { easy: boolean; symbol: boolean };
  symbols: SymbolName[];
};

/** What could make a facilitator's phrase easier. It only ever offers. */
export function adviceOn(phrase: Phrase, terms: readonly Term[]): Advice {
  const easy = check(phrase.easy).map((one) => known(one, terms));
  const plain = check(phrase.plain).filter(({ rule }) => PLAIN.has(rule));
  const faults = easy.filter(({ hint }) => !hint);
  const hints = easy.filter(({ hint }) => hint).slice(0, MOST_HINTS);
  const shownPlain = plain.slice(0, MOST);
  const shown = [...faults, ...hints].slice(0, Math.max(0, MOST - shownPlain.length));
  const written = (phrase.plain || phrase.easy).trim() !== '';
  return {
    plain: shownPlain,
    easy: shown.toSorted((a, b) => a.at - b.at),
    more: plain.length - shownPlain.length + faults.length + hints.length - shown.length,
    explained: [
      ...new Set(
        easy.flatMap(({ rule, text }) => (rule === 'hard' ? (termFor(text, terms)?.word ?? []) : [])),
      ),
    ],
    lacks: { easy: written && phrase.easy.trim() === '', symbol: written && phrase.symbol === '' },
    symbols: phrase.symbol === '' ? suggestSymbols(phrase.easy || phrase.plain, MOST_SYMBOLS) : [],
  };
}

/** Plain words as a start for Easy Read: with what is offered for hard words, idioms and numbers already taken. */
export function startFrom(plain: string): string {
  const offered = check(plain).filter(({ instead, hint }) => instead && !hint);
  // From the end, so that what comes before stays where it is.
  return offered.toReversed().reduce((text, one) => replaced(text, one), plain);
}

/** A hard word that the glossary explains is worth a thought, and not a fault. */
function known(one: Finding, terms: readonly Term[]): Finding {
  return one.rule === 'hard' && termFor(one.text, terms) ? { ...one, hint: true } : one;
}

/** How many things the list names. */
export function countOf({ plain, easy, more, lacks }: Advice): number {
  return plain.length + easy.length + more + Number(lacks.easy) + Number(lacks.symbol);
}
