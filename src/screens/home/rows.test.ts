import { describe, expect, it } from 'vitest';
import { newReplay, type Replay } from '#workshop/replay.ts';
import { noVersions, edited } from '#workshop/versions.ts';
import { newWorkshop, type Workshop } from '#workshop/workshop.ts';
import { addressOf, deletedOnes, inOrder, lineOf, titleOf } from './rows.ts';

const about = (date: string, plain = 'Having our say') =>
  edited(
    noVersions<{
      title: { plain: string; easy: string; symbol: string };
      date: string;
      where: string;
      ledBy: string;
    }>(),
    'a',
    [],
    {
      title: { plain, easy: '', symbol: 'meeting' },
      date,
      where: '',
      ledBy: '',
    },
  );

function replayOf(change: Partial<Workshop>): Replay {
  return { ...newReplay(), workshop: { ...newWorkshop(), ...change } };
}

describe('a workshop’s row on My workshops', () => {
  it('says the day, that it is being prepared, and how many parts it has', () => {
    expect(lineOf(replayOf({ about: about('2026-03-12') }), '2026-03-03').plain).toBe(
      'Thursday 12 March. Being prepared. 0 parts.',
    );
  });
  it('says that it is today', () => {
    expect(lineOf(replayOf({ about: about('2026-03-03') }), '2026-03-03').plain).toMatch(
      /^Today, Tuesday 3 March\./,
    );
  });
  it('leaves out a day that nobody has chosen', () => {
    expect(lineOf(replayOf({}), '2026-03-03').plain).toBe('Being prepared. 0 parts.');
  });
  it('says of a finished one how many people took part', () => {
    const replay = replayOf({ status: 'finished', here: 31 });
    expect(lineOf(replay, '2026-03-03').plain).toBe('Finished. 31 people took part.');
  });
  it('says so when it has no name', () => {
    expect(titleOf(replayOf({ about: about('', ' ') })).plain).toBe('A workshop without a name');
  });
  it('goes to preparing, leading or the report, whichever comes next', () => {
    const to = (status: Workshop['status']) => addressOf({ id: 'w', replay: replayOf({ status }) });
    expect([to('preparing'), to('running'), to('finished')]).toEqual([
      '/workshop/w/prepare',
      '/workshop/w/lead',
      '/workshop/w/report',
    ]);
  });
});

describe('the list of workshops', () => {
  const list = [
    { id: 'old', replay: replayOf({ madeAt: 1 }) },
    { id: 'gone', replay: replayOf({ madeAt: 4, deletedAt: 9 }) },
    { id: 'new', replay: replayOf({ madeAt: 3 }) },
    { id: 'on', replay: replayOf({ madeAt: 2, status: 'running' }) },
  ];
  it('has what is running first, then the newest, and none that was deleted', () => {
    expect(inOrder(list).map((one) => one.id)).toEqual(['on', 'new', 'old']);
  });
  it('keeps deleted ones apart', () => {
    expect(deletedOnes(list).map((one) => one.id)).toEqual(['gone']);
  });
});
