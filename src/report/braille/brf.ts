import type { Document, DocumentPiece } from '../document.ts';

/** A braille page: 25 lines of 40 cells, of which the last has the page number. */
export const CELLS = 40;
export const LINES = 25;

/** Braille ASCII: the character for each of the 64 cells of 6 dots, in the order of their numbers. */
const ASCII = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;
const BLANK = '\u2800';

type Lines = { lines: string[]; keepWithNext: boolean; before: number };

/**
 * The document as a BRF file. `toBraille` gives cells for words, and has the label in front of everything:
 * whoever reads this must know that no person has checked it.
 */
export function makeBrf(document: Document, label: string, toBraille: (words: string) => string): string {
  const blocks = [
    block(toBraille(label), 0, 0, 0),
    ...document.pieces.flatMap((piece) => blocksOf(piece, toBraille)),
    ...document.foot.map((words, place) => block(toBraille(words), 0, 0, place === 0 ? 1 : 0)),
  ];
  const pages = paged(blocks);
  return pages
    .map((lines, place) => {
      const number = toBraille(String(place + 1)).padStart(CELLS, BLANK);
      const filled = [...lines, ...Array<string>(LINES - 1 - lines.length).fill('')];
      return [...filled, number].map(toAscii).join('\r\n');
    })
    .map((page) => `${page}\r\n`)
    .join('\f');
}

function blocksOf(piece: DocumentPiece, toBraille: (words: string) => string): Lines[] {
  switch (piece.type) {
    case 'heading': {
      const words = toBraille(piece.words);
      if (piece.level === 1) {
        const lines = wrapped(words, 6, 6).map((line) => centred(line.replace(/^\u2800+/, '')));
        return [{ lines: [...lines, ''], keepWithNext: true, before: 1 }];
      }
      const indent = piece.level === 2 ? 4 : 6;
      return [{ lines: wrapped(words, indent, indent), keepWithNext: true, before: 1 }];
    }
    case 'row': {
      const words = piece.words.length > 0 ? piece.words : piece.pictures.map(({ alt }) => alt);
      return [block(toBraille(words.join(' ')), 0, 2, 0)];
    }
    case 'table':
      // Each row says its headings again: a braille reader does not look up a column.
      return piece.rows.map((row) =>
        block(toBraille(row.map((cell, place) => `${piece.head[place] ?? ''}: ${cell}`).join('; ')), 0, 2, 0),
      );
  }
}

const block = (cells: string, indent: number, runover: number, before: number): Lines => ({
  lines: wrapped(cells, indent, runover),
  keepWithNext: false,
  before,
});

/** Lines of at most 40 cells, broken between words; a word that is longer than a line goes on in the next. */
function wrapped(cells: string, indent: number, runover: number): string[] {
  const lines: string[] = [];
  let line = BLANK.repeat(indent);
  let empty = true;
  const push = (): void => {
    lines.push(line);
    line = BLANK.repeat(runover);
    empty = true;
  };
  for (let word of cells.split(BLANK).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > CELLS) push();
    while (empty && line.length + word.length > CELLS) {
      const room = CELLS - line.length;
      line += word.slice(0, room);
      word = word.slice(room);
      push();
    }
    line += empty ? word : BLANK + word;
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines;
}

function centred(line: string): string {
  return BLANK.repeat(Math.max(0, Math.floor((CELLS - line.length) / 2))) + line;
}

/** Lines put on pages: no heading stands alone at the foot of one, and none begins with an empty line. */
function paged(blocks: readonly Lines[]): string[][] {
  const pages: string[][] = [[]];
  blocks.forEach(({ lines, keepWithNext, before }, place) => {
    const follows = keepWithNext ? Math.min(2, blocks[place + 1]?.lines.length ?? 0) : 0;
    let page = pages.at(-1) ?? [];
    const gap = page.length > 0 ? before : 0;
    if (page.length + gap + (keepWithNext ? lines.length : 1) + follows > LINES - 1) pages.push((page = []));
    else for (let n = 0; n < gap; n++) page.push('');
    for (const line of lines) {
      if (page.length === LINES - 1) pages.push((page = []));
      if (line !== '' || page.length > 0) page.push(line);
    }
  });
  return pages;
}

function toAscii(cells: string): string {
  const ascii = Array.from(cells, (cell) => ASCII[(cell.codePointAt(0) ?? 0) - 0x2800] ?? ' ').join('');
  return ascii.trimEnd();
}
