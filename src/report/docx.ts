import {
  AlignmentType,
  BorderStyle,
  Document as WordFile,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Document, DocumentPiece, Picture } from './document.ts';

/** How the pages look: points of the text, and how wide the pictures are of the 178 mm between the margins. */
export type Look = { points: number; pictureMm: number };

/** A picture as Word takes it; its size is in pixels, of which only the ratio matters. */
export type Drawn = { png: Uint8Array; width: number; height: number };
export type Draw = (picture: Picture) => Promise<Drawn | undefined>;

const TEXT_MM = 178;
const MM_TO_TWIPS = 56.6929;
const MM_TO_PIXELS = 96 / 25.4;
const LANGUAGE = 'en-GB';
// What every Word has, with letters that are told apart easily.
const FONT = 'Verdana';
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };

/** The document as a Word file: real headings, pictures left with words for who cannot see them, tables with a heading row. */
export async function makeDocx(document: Document, look: Look, draw: Draw): Promise<Blob> {
  const children: (Paragraph | Table)[] = [];
  for (const piece of document.pieces) children.push(...(await written(piece, look, draw)));
  children.push(
    ...document.foot.map(
      (words) => new Paragraph({ children: [new TextRun(words)], spacing: { before: 120 } }),
    ),
  );
  const heading = (size: number, before: number) => ({
    run: { size: Math.round(size), bold: true, font: FONT },
    paragraph: { spacing: { before, after: 160 }, keepNext: true },
  });
  const half = look.points * 2;
  const file = new WordFile({
    title: document.title,
    creator: document.by,
    lastModifiedBy: document.by,
    description: document.foot.join(' '),
    styles: {
      default: {
        document: {
          run: { size: half, font: FONT, language: { value: LANGUAGE } },
          paragraph: {
            spacing: { line: 360, lineRule: LineRuleType.AUTO, after: 160 },
            alignment: AlignmentType.LEFT,
          },
        },
        heading1: heading(half * 1.7, 0),
        heading2: heading(half * 1.35, 480),
        heading3: heading(half * 1.15, 320),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 794, bottom: 794, left: 907, right: 907 },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children,
      },
    ],
  });
  return Packer.toBlob(file);
}

function pageNumbers(): Paragraph {
  const run = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] });
}

async function written(piece: DocumentPiece, look: Look, draw: Draw): Promise<(Paragraph | Table)[]> {
  switch (piece.type) {
    case 'heading':
      return [new Paragraph({ heading: headings[piece.level], children: [new TextRun(piece.words)] })];
    case 'table':
      return [dataTable(piece.head, piece.rows), new Paragraph({})];
    case 'row': {
      const images = (
        await Promise.all(piece.pictures.map((picture) => image(picture, look, draw, piece.pictures.length)))
      ).filter((found) => found !== undefined);
      const words = piece.words.map(
        (text) => new Paragraph({ children: [new TextRun(text)], spacing: { after: 60 } }),
      );
      return images.length === 0 ? words : [pictureLeft(images, words, look)];
    }
  }
}

async function image(
  picture: Picture,
  look: Look,
  draw: Draw,
  beside: number,
): Promise<ImageRun | undefined> {
  const drawn = await draw(picture);
  if (!drawn) return undefined;
  const wide = (look.pictureMm * MM_TO_PIXELS) / (beside > 1 ? 1.6 : 1);
  return new ImageRun({
    type: 'png',
    data: drawn.png,
    transformation: { width: Math.round(wide), height: Math.round((wide * drawn.height) / drawn.width) },
    altText: { name: picture.alt, title: picture.alt, description: picture.alt },
  });
}

/** Picture left, words right, on one page: a table without lines, as Easy Read is made in Word. */
function pictureLeft(images: ImageRun[], words: Paragraph[], { pictureMm }: Look): Table {
  const left =
    images.length > 1 ? Math.min(TEXT_MM * 0.6, (pictureMm / 1.6 + 4) * images.length) : pictureMm + 6;
  const widths = [left, TEXT_MM - left].map((mm) => Math.round(mm * MM_TO_TWIPS));
  const cell = (children: Paragraph[], width: number): TableCell =>
    new TableCell({
      children,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      borders: noBorders,
      margins: { top: 60, bottom: 60, right: 160 },
    });
  const cells = [
    cell([new Paragraph({ children: images, spacing: { after: 0 } })], widths[0] ?? 0),
    cell(words, widths[1] ?? 0),
  ];
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: Math.round(TEXT_MM * MM_TO_TWIPS), type: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ children: cells, cantSplit: true })],
  });
}

function dataTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const widths = head.map((_, place) =>
    Math.round((place === 0 ? TEXT_MM * 0.7 : (TEXT_MM * 0.3) / (head.length - 1)) * MM_TO_TWIPS),
  );
  const cells = (words: readonly string[], bold: boolean): TableCell[] =>
    words.map(
      (text, place) =>
        new TableCell({
          width: { size: widths[place] ?? 0, type: WidthType.DXA },
          margins: { top: 80, bottom: 80, left: 120, right: 120 },
          children: [new Paragraph({ children: [new TextRun({ text, bold })], spacing: { after: 0 } })],
        }),
    );
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: Math.round(TEXT_MM * MM_TO_TWIPS), type: WidthType.DXA },
    rows: [
      new TableRow({ children: cells(head, true), tableHeader: true, cantSplit: true }),
      ...rows.map((row) => new TableRow({ children: cells(row, false), cantSplit: true })),
    ],
  });
}
