import * as v from 'valibot';
import type { Row } from '#workshop/section.ts';
import { asSaid, PhraseSchema, type Phrase } from '#workshop/phrase.ts';
import { SealedSchema } from '#workshop/replay.ts';
import { DrawingSchema } from '#workshop/stroke.ts';

const NAME = /^[0-9a-f]{64}$/;
/** What names things or says how they look, and is nobody's words. */
const NO_WORDS = new Set(['type', 'kind', 'rank', 'symbol', 'template', 'by', 'as', 'view', 'how', 'on']);

const PicturesSchema = v.object({
  drawing: v.optional(v.fallback(v.optional(DrawingSchema), undefined)),
  photo: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.regex(NAME))), undefined)),
  symbols: v.optional(v.fallback(v.optional(v.array(v.string())), undefined)),
  voice: v.optional(v.fallback(v.optional(v.object({ name: v.pipe(v.string(), v.regex(NAME)) })), undefined)),
});

/**
 * What is in an entry that a person may want removed. Its phrase is empty where it has a picture or sound only;
 * `onlyChosen`: an answer that was there to choose, so that others may have given the very same.
 */
export type Piece = { row: Row; onlyChosen: boolean } | { sealed: number };

/**
 * Reads a body without knowing what kind wrote it, also one of a newer app. `names` are the words of what can be
 * chosen, by their ids; an entry that only points to other `entries`, as a dot or a move does, says nothing itself.
 */
export function pieceOf(
  body: unknown,
  names: ReadonlyMap<string, Phrase>,
  entries: ReadonlySet<string>,
): Piece | undefined {
  const sealed = v.safeParse(SealedSchema, body);
  if (sealed.success) return { sealed: sealed.output.answers.length };
  const { drawing, photo, symbols, voice } = v.is(v.record(v.string(), v.unknown()), body)
    ? v.parse(PicturesSchema, body)
    : {};
  const found: string[] = [];
  const chosen: string[] = [];
  let points = false;
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (NO_WORDS.has(key) || NAME.test(value)) return;
      const name = names.get(value);
      if (name) chosen.push(name.plain || name.easy);
      else if (entries.has(value)) points = true;
      else if (value.trim() !== '' && !isId(value)) found.push(value.trim());
    } else if (Array.isArray(value)) {
      if (key !== 'drawing' && key !== 'symbols') value.forEach((one) => look(one, key));
    } else if (v.is(PhraseSchema, value)) {
      found.push(value.plain || value.easy);
    } else if (typeof value === 'object' && value !== null) {
      // Keys of a record may be what was answered: what stands beside them is the answer.
      Object.entries(value).forEach(([name, one]) => {
        const asked = names.get(name);
        if (asked) found.push(asked.plain || asked.easy);
        look(one, name);
      });
    }
  };
  look(body, '');
  const pictures = drawing ?? photo ?? voice ?? symbols?.[0];
  // Where somebody wrote, what they wrote under is not theirs.
  const words = (found.length > 0 || points ? found : chosen).filter((text) => text !== '');
  if (words.length === 0 && pictures === undefined) return undefined;
  return {
    onlyChosen: found.length === 0 && pictures === undefined,
    row: {
      phrase: asSaid([...new Set(words)].join(' · ')),
      ...(drawing ? { drawing } : {}),
      ...(photo ? { photo } : {}),
      ...(symbols && symbols.length > 0 ? { symbols } : {}),
      ...(voice ? { voice: voice.name } : {}),
    },
  };
}

/** Ids of ours, and ids of what a setup lists: no spaces, letters with figures. */
const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** The words of everything in a setup that has an id. */
export function namesIn(setup: unknown): Map<string, Phrase> {
  const names = new Map<string, Phrase>();
  const NamedSchema = v.object({ id: v.string(), phrase: PhraseSchema });
  const look = (value: unknown): void => {
    const named = v.safeParse(NamedSchema, value);
    if (named.success) names.set(named.output.id, named.output.phrase);
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(setup);
  return names;
}
