import type { Document, DocumentPiece, Picture } from '#report/document.ts';
import type { Report } from '#report/report.ts';
import { today } from '#words/days.ts';
import { packSymbol } from '#words/pack-symbols.ts';
import { isSymbolName } from '#words/symbols.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Block, Row } from '#workshop/section.ts';
import type { Outcome } from '#workshop/follow.ts';
import type { Action } from '#workshop/workshop.ts';
import { said } from '#ui/said.ts';
import { symbolWord } from '#ui/symbolWord.ts';
import { followFoot, lastTimeBlocks, lineBlocks } from '../follow/blocks.ts';
import { outcomeWords } from '../follow/told.ts';
import { say as sayFollow } from '../follow/words.ts';
import { dayOf, longDay, wordingLines } from './MadeBy.tsx';
import { titleOf } from './Paper.tsx';
import { asked, besidesOf, hiddenOf } from './PaperPart.tsx';
import { say } from './words.ts';

type Way = 'plain' | 'easy';

/** The report as other formats need it: the same words in the same order as on paper. */
export function documentOf(report: Report, way: Way, credits: readonly string[] = []): Document {
  const { about, here, finishedAt, parts, notes, actions, newer, follow } = report;
  const before = lastTimeBlocks(follow);
  const tell = (phrase: Phrase): string => said(phrase, way);
  const row = (phrase: Phrase): DocumentPiece => ({
    type: 'row',
    words: [tell(phrase)],
    pictures: picturesOf({ phrase }, way),
  });
  const title = tell(titleOf(report));
  const by = about.ledBy || tell(say('leaders'));
  const when = [longDay(about.date) || dayOf(report.startedAt), about.where].filter(Boolean).join(', ');
  const finished = dayOf(finishedAt);
  return {
    title,
    by,
    foot: [
      [tell(say('madeBy', { who: by })), finished && tell(say('finishedOn', { date: finished }))]
        .filter(Boolean)
        .join(' '),
      tell(say('updated', { date: longDay(today()) })),
      tell(say('credit')),
      ...credits,
      ...[...wordingLines(report.wording), ...followFoot(follow)].map(tell),
    ],
    pieces: [
      { type: 'heading', level: 1, words: title, ...pictured(titleOf(report).symbol) },
      ...(when ? [{ type: 'row' as const, words: [`${when}.`], pictures: [] }] : []),
      ...(here > 0 ? [row(say('tookPart', { count: here }))] : []),
      ...under(sayFollow('lastTime'), before, way),
      ...parts.flatMap((part): DocumentPiece[] => {
        if (!part.section) return [row(say('newer'))];
        const { heading, blocks } = part.section;
        const hidden = hiddenOf(part);
        return [
          { type: 'heading', level: 2, words: tell(asked(heading)), ...pictured(heading.symbol) },
          ...(hidden ? [row(hidden)] : []),
          ...blocks.flatMap((block) => ofBlock(block, way)),
          ...besidesOf(part).map(row),
          ...part.notes.map((note) => row({ plain: note, easy: note, symbol: say('notes').symbol })),
        ];
      }),
      ...under(sayFollow('title'), follow.lines.flatMap(lineBlocks), way),
      { type: 'heading', level: 2, words: tell(say('whatNow')), ...pictured(say('whatNow').symbol) },
      ...(actions.length === 0 && follow.lines.length === 0 ? [row(say('noActions'))] : []),
      ...actions.map((action) => ofAction(action, follow.actions[action.id] ?? [], way)),
      ...(notes.length > 0
        ? [{ type: 'heading' as const, level: 2 as const, words: tell(say('notes')) }]
        : []),
      ...notes.map((note) => row({ plain: note, easy: note, symbol: say('notes').symbol })),
      ...(newer > 0 ? [row(say('someNewer', { count: newer }))] : []),
    ],
  };
}

/** A heading of its own, if there is anything to stand below it. */
function under(heading: Phrase, blocks: readonly Block[], way: Way): DocumentPiece[] {
  if (blocks.length === 0) return [];
  return [
    { type: 'heading', level: 2, words: said(heading, way), ...pictured(heading.symbol) },
    ...blocks.flatMap((block) => ofBlock(block, way)),
  ];
}

function ofBlock(block: Block, way: Way): DocumentPiece[] {
  if (block.type === 'say') return [ofRow(block.row, way)];
  if (block.type === 'list') {
    const { title, rows } = block;
    const heading = title && { type: 'heading' as const, level: 3 as const, words: said(title, way) };
    return [...(heading ? [heading] : []), ...rows.map((row) => ofRow(row, way))];
  }
  const { of, rows } = block;
  // Easy Read has no tables: each count is a sentence with its picture.
  if (way === 'easy')
    return rows.map(({ phrase, count }) => ({
      type: 'row',
      words: [`${said(say('countOf', { n: count, count: of }), way)}: ${said(phrase, way)}`],
      pictures: picturesOf({ phrase }, way),
    }));
  return [
    {
      type: 'table',
      head: [said(say('answerHead'), way), said(say('peopleHead', { count: of }), way)],
      rows: rows.map(({ phrase, count }) => [said(phrase, way), String(count)]),
    },
  ];
}

function ofRow(row: Row, way: Way): DocumentPiece {
  const words = [row.phrase, row.answer, row.quiet].flatMap((phrase) => (phrase ? [said(phrase, way)] : []));
  return { type: 'row', words, pictures: picturesOf(row, way) };
}

function ofAction({ what, who, by }: Action, outcomes: readonly Outcome[], way: Way): DocumentPiece {
  const day = longDay(by);
  const more = who ? (day ? say('whoBy', { who, by: day }) : say('who', { who })) : say('by', { by: day });
  const words = [
    `${said(say('weWill'), way)} ${what}`,
    ...(who || day ? [said(more, way)] : []),
    ...outcomes.map((one) => said(outcomeWords(one), way)),
  ];
  return { type: 'row', words, pictures: symbolPictures(say('weWill').symbol) };
}

/** What stands left of a row: what was drawn or photographed, the symbols it was said with, or its own. */
function picturesOf({ phrase, drawing, photo, symbols = [] }: Row, way: Way): Picture[] {
  if (drawing) return [{ drawing, alt: said(say('drawingAlt', { what: said(phrase, way) }), way) }];
  if (photo) return [{ photo, alt: said(say('photoAlt', { what: said(phrase, way) }), way) }];
  if (symbols.length > 1) return symbols.flatMap((symbol) => symbolPictures(symbol));
  return symbolPictures(phrase.symbol || say('saidSo').symbol);
}

function symbolPictures(symbol: string): Picture[] {
  if (!isSymbolName(symbol) && !packSymbol(symbol)) return [];
  const word = symbolWord(symbol);
  return [{ symbol, alt: said(say('pictureAlt', { word }), 'plain') }];
}

function pictured(symbol: string): { picture?: Picture } {
  const [picture] = symbolPictures(symbol);
  return picture ? { picture } : {};
}
