import type { AnyKind } from '#activities/kind.ts';
import { kinds } from '#activities/kinds.ts';
import { standardWays } from '#access/ways.ts';
import { keep, type Draft } from '#journal/keep.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { writeDraft } from '#journal/draft-file.ts';
import { memoryFiles } from '#journal/files.ts';
import { newTurn, type Stage } from '#kiosk/turn.ts';
import { exportWorkshop } from '#sync/file.ts';
import type { Change } from '#workshop/changes.ts';

/** One named situation of one kind, as an activity that can be put into a workshop. */
export type Situation = {
  id: string;
  name: string;
  kind: AnyKind;
  setup: unknown;
  changes: unknown[];
  draft: unknown;
};

/** Every example of every kind. */
export const situations: readonly Situation[] = kinds.flatMap((kind) =>
  kind.examples.map(({ name, setup, changes, draft }, place) => {
    return { id: `${kind.name}-${place}`, name: `${kind.name}, ${name}`, kind, setup, changes, draft };
  }),
);

/** Those that differ in what `look` tells of them: many drafts stand before the same room. */
export function differing(of: readonly Situation[], look: (one: Situation) => unknown): Situation[] {
  return [
    ...new Map(of.toReversed().map((one) => [JSON.stringify([one.kind.name, look(one)]), one])).values(),
  ].reverse();
}

/** One situation of each kind: the first of which enough is known to fill a screen. */
export const oneOfEach: readonly Situation[] = kinds.flatMap(
  ({ name }) =>
    situations.find((one) => one.kind.name === name && (one.changes.length > 4 || !one.kind.turn)) ?? [],
);

type Told = {
  id: string;
  title?: string;
  of: readonly Situation[];
  /** How many had a turn, besides the one who passed. */
  taken?: number;
  after?: readonly Change[];
  /** Whatever else was kept, also what this version does not know. */
  said?: readonly Draft[];
};

/** A workshop file, as another tablet would have saved it, with all that was said in each situation. */
export async function workshopFile({
  id,
  title = 'The gallery',
  of,
  taken = 9,
  after = [],
  said: besides = [],
}: Told): Promise<string> {
  keepInMemory();
  const about = {
    title: { plain: title, easy: title, symbol: 'meeting' },
    date: '2030-03-05',
    where: 'York',
    ledBy: 'Ann and Bo',
  };
  const workshop: Change[] = [
    { type: 'made', template: 'blank', at: 0 },
    { type: 'described', about },
    ...of.map(({ id: activity, kind, setup }, place): Change => {
      return {
        type: 'activity-added',
        activity,
        kind: kind.name,
        rank: `a${String(place).padStart(3, '0')}V`,
        setup,
      };
    }),
    ...of.flatMap(({ id: activity, kind, setup }) =>
      kind.round(setup) === 'none' ? [] : turns(activity, taken),
    ),
    ...after,
  ];
  const said = of.flatMap(({ id: activity, changes }) => changes.map((body): Draft => ({ activity, body })));
  await keep(id, [...workshop.map((body): Draft => ({ activity: '', body })), ...said, ...besides]);
  return (await exportWorkshop(id)).text();
}

const turns = (activity: string, taken: number): Change[] => [
  ...Array.from({ length: taken }, (): Change => ({ type: 'turn-taken', activity })),
  { type: 'turn-passed', activity },
];

/** What makes a workshop run, at one of its activities. */
export const runningAt = (activity: string): Change[] => [
  { type: 'people-counted', here: 12 },
  { type: 'started', at: 0 },
  { type: 'went-to', activity },
];

/** The tablet's own file of a half-made answer, as a crash would leave it. */
export async function draftFile(
  workshop: string,
  of: Situation,
  stage: Stage,
  ways: object,
): Promise<string> {
  const disk = new Map<string, Uint8Array>();
  const draft = of.draft ?? of.kind.turn?.start(of.setup, 0, of.kind.start());
  const turn = { ...newTurn(workshop, of.id, draft, { ...standardWays, ...ways }), stage };
  await memoryFiles(disk).use('draft', (handle) => writeDraft(handle, JSON.stringify(turn)));
  return Buffer.from(disk.get('draft') ?? []).toString('base64');
}
