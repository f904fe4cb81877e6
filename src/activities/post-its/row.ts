import { asSaid } from '#workshop/phrase.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { symbolWord } from '#ui/symbolWord.ts';
import type { Versions } from '#workshop/versions.ts';
import type { Made } from './model.ts';
import { say } from './words.ts';

type Told = Made & { inWords?: Versions<string> };

/** What a helper wrote down of a note. Two who wrote it down at the same time both stand. */
export function writtenDown({ inWords }: Told): string {
  return [...new Set(inWords?.heads.map((head) => head.value) ?? [])].filter(Boolean).join(' / ');
}

/** A note in words, for whoever hears it or reads a list: what was written, or what it is. */
export function noteWords(note: Told): Phrase {
  const { text = '', symbols = [] } = note;
  const written = writtenDown(note);
  if (written) {
    const all = text ? `${text} / ${written}` : written;
    return say(note.voice ? 'voiceWritten' : note.photo ? 'photoWritten' : 'drawingWritten', { text: all });
  }
  if (note.voice) {
    const spoken = say('voiceNote', { count: note.voice.seconds });
    return text ? said('voiceSaying', text, spoken.symbol) : spoken;
  }
  if (note.photo) return text ? said('photoSaying', text) : say('photoNote');
  if (note.drawing) return text ? said('drawingSaying', text) : say('drawingNote');
  if (text) return asSaid(text, symbols[0] ?? '');
  return asSaid(symbols.map(symbolWord).join(', '), symbols[0] ?? '');
}

function said(key: 'voiceSaying' | 'photoSaying' | 'drawingSaying', text: string, symbol?: string): Phrase {
  const phrase = say(key, { text });
  return symbol ? { ...phrase, symbol } : phrase;
}

/** A note as a row of a report or of the answers to check: its words, with what was drawn, shown or spoken. */
export function rowOf(note: Told): Row {
  return {
    phrase: noteWords(note),
    ...(note.symbols && !note.text ? { symbols: note.symbols } : {}),
    ...(note.drawing ? { drawing: note.drawing } : {}),
    ...(note.photo ? { photo: note.photo } : {}),
    ...(note.voice ? { voice: note.voice.name } : {}),
  };
}
