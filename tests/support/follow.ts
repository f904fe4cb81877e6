import type { Draft } from '#journal/keep.ts';
import type { Change } from '#workshop/changes.ts';
import { asSaid, emptyPhrase } from '#workshop/phrase.ts';

const phrase = (plain: string, easy: string, symbol: string) => ({ plain, easy, symbol });
const draft = (body: Change, id?: string, from: string[] = []): Draft => ({
  activity: '',
  body,
  from,
  ...(id ? { id } : {}),
});

const late = phrase(
  'Getting here by bus takes too long, and the last one goes before the meeting ends.',
  'The bus takes too long. It goes too early.',
  'bus',
);
const later = phrase('Ask the bus company for a later bus on Tuesdays', 'Ask for a later bus', 'bus');
const sooner = phrase('End our meetings at 3.30pm', 'Stop meetings at 3.30pm', 'clock');
const papers = phrase('Write all our papers in Easy Read', 'Use Easy Read for all papers', 'easy-read');
const hard = phrase('Letters are full of hard words.', 'Letters have hard words.', 'hard-words');
const ill = phrase(
  'The person who does this was ill. We start again in May.',
  'The person was ill. We start again in May.',
  'unwell',
);
const spent = phrase('The money for this year is spent.', 'The money is spent.', 'money');

/** What a first session heard and will do: agreed to, put otherwise, done, not done, and what can't be done. */
export const heardDrafts: readonly Draft[] = [
  draft({ type: 'put-in-series', series: 'series', name: 'Having our say in York', after: '' }),
  draft(
    { type: 'line-heard', line: 'bus', words: late, sources: [{ activity: 'gone', entry: 'gone' }] },
    'bus-1',
  ),
  draft({ type: 'line-agreed', line: 'bus' }, undefined, ['bus-1']),
  draft({
    type: 'will-said',
    will: 'later',
    line: 'bus',
    what: later,
    who: 'Ann',
    by: '2030-04-01',
    as: 'suggestion',
  }),
  draft({
    type: 'will-said',
    will: 'sooner',
    line: 'bus',
    what: sooner,
    who: '',
    by: '2030-03-20',
    as: 'decision',
  }),
  draft({ type: 'promise-done', promise: 'sooner', words: emptyPhrase, on: '2030-03-10' }),
  draft({ type: 'line-heard', line: 'words', words: hard, sources: [] }, 'words-1'),
  draft(
    { type: 'line-corrected', line: 'words', words: 'It is not only letters. It is the forms as well.' },
    undefined,
    ['words-1'],
  ),
  draft({ type: 'will-said', will: 'papers', line: 'words', what: papers, who: 'Bo', by: '', as: '' }),
  draft({ type: 'promise-not-done', promise: 'papers', reason: ill, on: '2030-03-10' }),
  draft({ type: 'line-heard', line: 'taxi', words: asSaid('Please pay for taxis.', 'taxi'), sources: [] }),
  draft({ type: 'promise-not-done', promise: 'taxi', reason: spent, on: '2030-03-10' }),
  draft({ type: 'line-heard', line: 'out', words: asSaid('Tea was cold.', 'tea'), sources: [] }),
  draft({ type: 'line-removed', line: 'out' }),
];

/** The same written on two tablets that did not see each other: two wordings, two plans, two outcomes. */
export const apartDrafts: readonly Draft[] = [
  draft({ type: 'line-heard', line: 'bus', words: late, sources: [] }),
  draft({
    type: 'line-heard',
    line: 'bus',
    words: asSaid('Buses do not stop for wheelchairs', 'bus'),
    sources: [],
  }),
  draft({ type: 'line-heard', line: 'words', words: hard, sources: [] }),
  draft({ type: 'will-said', will: 'papers', line: 'words', what: papers, who: 'Bo', by: '', as: '' }),
  draft({ type: 'promise-done', promise: 'papers', words: emptyPhrase, on: '2030-03-10' }),
  draft({ type: 'promise-not-done', promise: 'papers', reason: ill, on: '2030-03-10' }),
  draft({ type: 'keep-until-set', until: '2031-03-05', why: 'We meet again in the autumn.' }),
  draft({ type: 'keep-until-set', until: '2030-09-05', why: 'Half a year is enough.' }),
];

/** What a next session of the series `series` brings from the workshop `from`. */
export function broughtDrafts(from: string): readonly Draft[] {
  const brought = (
    carried: string,
    as: 'will' | 'action' | 'pledge' | 'note',
    words: typeof late,
    more = {},
  ): Draft =>
    draft({
      type: 'carried-over',
      carried,
      as,
      from: { workshop: from, activity: '', entry: carried },
      words,
      who: '',
      by: '',
      ...more,
    });
  return [
    draft({ type: 'put-in-series', series: 'series', name: 'Having our say in York', after: from }),
    brought('later', 'will', later, { heard: late, who: 'Ann', by: '2030-04-01' }),
    brought('papers', 'will', papers, { heard: hard }),
    brought('taxi', 'will', asSaid('Please pay for taxis.', 'taxi')),
    draft({ type: 'promise-not-done', promise: 'taxi', reason: spent, on: '2030-03-10' }),
    brought('letters', 'pledge', asSaid('I will ask for letters in large print', 'letter'), {
      who: 'Sam',
      by: '2030-04-01',
    }),
    brought('lift', 'note', asSaid('The lift was broken again')),
    draft({ type: 'themed', themes: ['Transport', 'Letters'] }),
    draft({ type: 'keep-until-set', until: '2031-03-05', why: 'We meet again in the autumn.' }),
  ];
}
