import type { Block, Row, Section, Table } from '#workshop/section.ts';
import { allRules, type Rule, type Setup, type State } from './model.ts';
import { keptInWords, tallyInWords } from './tally.ts';
import { say } from './words.ts';

/** The adopted rules and how they were kept, then what was proposed and not adopted. */
export function report(setup: Setup, state: State): Section {
  const all = allRules(setup, state);
  const chosen = all.filter((rule) => rule.standing === 'adopted');
  const rest = all.filter((rule) => rule.standing !== 'adopted');
  const blocks: Block[] = [];
  if (chosen.length === 0) blocks.push({ type: 'say', row: { phrase: say('noneAdopted') } });
  else {
    const count = say('reportAdopted', { count: chosen.length });
    blocks.push({ type: 'say', row: { phrase: count } });
    blocks.push({ type: 'list', title: say('adoptedTitle'), rows: chosen.flatMap((rule) => rows(rule)) });
    const kept = chosen.flatMap(keptRow);
    if (kept.length > 0) blocks.push({ type: 'list', title: say('keptTitle'), rows: kept });
  }
  if (rest.length > 0)
    blocks.push({ type: 'list', title: say('reportOpen'), rows: rest.flatMap((rule) => rows(rule)) });
  return { heading: setup.question, blocks, table: table(all, state) };
}

function rows({ wordings, symbols, tally }: Rule): Row[] {
  return wordings.map((phrase) => ({ phrase, symbols, quiet: tallyInWords(tally) }));
}

function keptRow({ wordings, symbols, kept }: Rule): Row[] {
  const quiet = keptInWords(kept);
  const [phrase] = wordings;
  return quiet && phrase ? [{ phrase, symbols, quiet }] : [];
}

const columns = [
  'rule',
  'plain',
  'easy',
  'symbol',
  'from',
  'symbols',
  'standing',
  'agree',
  'not sure',
  'disagree',
  'kept: yes',
  'kept: partly',
  'kept: no',
];

/** One row a rule, and one more for each other wording of it. Answers to a rule that was since taken out stay. */
function table(all: Rule[], state: State): Table {
  const known = new Set(all.map((rule) => rule.id));
  const answered = [...Object.keys(state.tallies), ...Object.keys(state.kept)];
  const gone = [...new Set(answered)].filter((id) => !known.has(id)).sort();
  return {
    columns,
    rows: [
      ...all.flatMap((rule) => {
        const from = rule.proposed ? 'proposed' : 'starter';
        return rule.wordings.map(({ plain, easy, symbol }, index) => [
          rule.id,
          plain,
          easy,
          symbol,
          index === 0 ? from : 'another wording',
          rule.symbols.join(' '),
          rule.standing,
          // Counted once, however many wordings there are.
          ...(index === 0 ? counts(rule.tally, rule.kept) : ['', '', '', '', '', '']),
        ]);
      }),
      ...gone.map((id) => [
        id,
        '',
        '',
        '',
        'taken out',
        '',
        '',
        ...counts(state.tallies[id], state.kept[id]),
      ]),
    ],
    means: {
      words: ['plain'],
      entry: 'rule',
      asked: [
        ['agree', 'not sure', 'disagree'],
        ['kept: yes', 'kept: partly', 'kept: no'],
      ],
    },
  };
}

function counts(tally?: Rule['tally'], kept?: Rule['kept']): number[] {
  return [
    tally?.agree ?? 0,
    tally?.['not-sure'] ?? 0,
    tally?.disagree ?? 0,
    kept?.yes ?? 0,
    kept?.partly ?? 0,
    kept?.no ?? 0,
  ];
}
