import { asSaid } from '#workshop/phrase.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { symbolWord } from '#ui/symbolWord.ts';
import type { Made } from './model.ts';
import { say } from './words.ts';

/** A note in words, for whoever hears it or reads a list: what was written, or what it is. */
export function noteWords(note: Made): Phrase {
  const { text = '', symbols = [] } = note;
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
export function rowOf(note: Made): Row {
  return {
    phrase: noteWords(note),
    ...(note.symbols && !note.text ? { symbols: note.symbols } : {}),
    ...(note.drawing ? { drawing: note.drawing } : {}),
    ...(note.photo ? { photo: note.photo } : {}),
    ...(note.voice ? { voice: note.voice.name } : {}),
  };
}
