import type { FollowReport, LineReport } from '#report/follow.ts';
import type { Outcome } from '#workshop/follow.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Block, Row } from '#workshop/section.ts';
import { naming } from '../joined.ts';
import { longDay } from '../reports/MadeBy.tsx';
import { outcomeWords, pictured, whoAndWhen } from './told.ts';
import { say } from './words.ts';

const rooms = { 'not-read': say('notRead'), agreed: say('roomYes'), 'not-quite': say('roomNot') };

/** One line on paper: what was said, then what will be done, or why nothing can be. */
export function lineBlocks({ words, room, corrections, wills, cannot }: LineReport): Block[] {
  const theirs = corrections.map((said): Row => ({ phrase: say('roomWords', { words: said }) }));
  const ours = wills.map((will): Row => ({
    phrase: pictured(will.what, 'promise'),
    ...besides(whoAndWhen(will), will.outcomes),
  }));
  const why: Row[] = cannot ? [{ phrase: naming((reason) => say('cannotBe', { why: reason }), cannot) }] : [];
  const rows = [...ours, ...why];
  return [
    {
      type: 'list',
      title: say('youSaid'),
      rows: [
        ...words.map((phrase): Row => ({ phrase: pictured(phrase, 'talk'), quiet: rooms[room] })),
        ...theirs,
      ],
    },
    {
      type: 'list',
      title: say(wills.length > 0 ? 'weWill' : 'ourAnswer'),
      rows: rows.length > 0 ? rows : [{ phrase: say('noWill') }],
    },
  ];
}

/** What became of something stands beside it with a picture of its own. */
function besides(quiet: Phrase | undefined, outcomes: readonly Outcome[]): Pick<Row, 'quiet' | 'answer'> {
  const [first, ...more] = outcomes.map(outcomeWords);
  const rest = more.map((one) => one.plain).join(' ');
  return {
    ...(first
      ? {
          answer: rest
            ? {
                ...first,
                plain: `${first.plain} ${rest}`,
                easy: `${first.easy} ${more.map((one) => one.easy).join(' ')}`,
              }
            : first,
        }
      : {}),
    ...(quiet ? { quiet } : {}),
  };
}

/** What became of what was promised last time, and of pledges that their makers looked at again. */
export function lastTimeBlocks({ lastTime, pledges, notes }: FollowReport): Block[] {
  const open: Outcome = { how: 'open', words: { plain: '', easy: '', symbol: '' }, on: '' };
  const promises = lastTime.map(({ words, heard, who, by, outcomes }): Row => ({
    phrase: pictured(words, 'promise'),
    ...besides(
      heard ? naming((what) => say('youSaidThis', { what }), heard) : whoAndWhen({ who, by }),
      outcomes.length > 0 ? outcomes : [open],
    ),
  }));
  const looked = pledges.map(({ row, by, lookedAt }): Row => {
    const last = lookedAt.at(-1);
    const how = last ? say(`pledge-${last.how}`) : undefined;
    return {
      ...row,
      phrase: pictured(row.phrase, 'pledge'),
      ...(how
        ? {
            answer: last?.words
              ? { ...how, plain: `${how.plain}: ${last.words}`, easy: `${how.easy}: ${last.words}` }
              : how,
          }
        : {}),
      ...(by ? { quiet: asSaid(by) } : {}),
    };
  });
  return [
    ...list(undefined, promises),
    ...list(say('pledgesAgain'), looked),
    ...list(
      say('notesBrought'),
      notes.map(({ row }) => ({ ...row, phrase: pictured(row.phrase, 'talk') })),
    ),
  ];
}

function list(title: Phrase | undefined, rows: Row[]): Block[] {
  return rows.length > 0 ? [{ type: 'list', ...(title ? { title } : {}), rows }] : [];
}

/** What stands at the foot of the paper: the series, the themes, and until when it is kept. */
export function followFoot({ series, themes, keeping }: FollowReport): Phrase[] {
  return [
    ...(series ? [say('seriesOf', { name: series })] : []),
    ...(themes.length > 0 ? [say('themesOf', { what: themes.join(', ') })] : []),
    ...(keeping ? [say('keptUntil', { day: longDay(keeping.until), why: keeping.why })] : []),
  ];
}
