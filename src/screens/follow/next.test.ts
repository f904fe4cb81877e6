import { beforeEach, describe, expect, it } from 'vitest';
import { findKind, kinds } from '#activities/kinds.ts';
import { keep } from '#journal/keep.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { theStore } from '#journal/store.ts';
import { asSaid } from '#workshop/phrase.ts';
import { replayAll, type Replay } from '#workshop/replay.ts';
import { becameOf, lastTime, seriesOf } from '#workshop/series.ts';
import { themesOf } from '#workshop/themes.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { adoptedRules } from '../activity.ts';
import { makeNext, offeredBy } from './next.ts';

const read = async (workshop: string): Promise<Replay> =>
  replayAll((await theStore().since(0, workshop)).entries, findKind);

/** A finished workshop with one activity of each kind that was shown, as its richest example has it. */
async function first(): Promise<Replay> {
  const of = kinds.flatMap((kind) => {
    const example = kind.examples.toSorted((a, b) => b.changes.length - a.changes.length)[0];
    return example ? [{ kind, example }] : [];
  });
  await keep('first', [
    { activity: '', body: { type: 'made', template: 'blank', at: 0 } },
    ...of.map(({ kind, example }, place) => ({
      activity: '',
      body: {
        type: 'activity-added',
        activity: kind.name,
        kind: kind.name,
        rank: `a${place}V`,
        setup: example.setup,
      },
    })),
    ...of.flatMap(({ kind, example }) => example.changes.map((body) => ({ activity: kind.name, body }))),
    ...of.map(({ kind }) => ({ activity: '', body: { type: 'shown', activity: kind.name } })),
    { activity: '', body: { type: 'action-agreed', action: 'tea', what: 'Buy tea', who: 'Bo', by: '' } },
    { activity: '', body: { type: 'action-agreed', action: 'lift', what: 'Mend the lift', who: '', by: '' } },
    { activity: '', body: { type: 'promise-not-done', promise: 'lift', reason: asSaid('No money'), on: '' } },
    { activity: '', body: { type: 'themed', themes: ['Transport', 'Getting there'] } },
    { activity: '', body: { type: 'finished', at: 1 } },
  ]);
  return read('first');
}

const all = { plan: true, rules: true, themes: true, promises: true, pledges: true, notes: [] };
const about = { title: asSaid('Second'), date: '2030-07-01', where: '', ledBy: '' };

describe('the next session', () => {
  let before: Replay;
  beforeEach(async () => {
    keepInMemory();
    before = await first();
  });
  const next = async (wanted: Partial<typeof all> = {}): Promise<Replay> =>
    read(
      await makeNext({ id: 'first', replay: before, wanted: { ...all, ...wanted }, about, series: 'Halton' }),
    );

  it('stands in the same series, after the one it goes on from', async () => {
    const second = await next();
    const series = seriesOf(second.workshop);
    expect(series).toMatchObject({ name: 'Halton', after: 'first' });
    expect(seriesOf((await read('first')).workshop)).toMatchObject({ series: series?.series, after: '' });
    expect(aboutOf(second.workshop).date).toBe('2030-07-01');
    expect(second.newer).toBe(0);
  });
  it('has the agenda, and the rules that the group adopted as adopted from its start', async () => {
    const second = await next();
    expect(agenda(second.workshop)).toHaveLength(agenda(before.workshop).length);
    expect(adoptedRules(before).length).toBeGreaterThan(0);
    expect(adoptedRules(second).map(({ plain }) => plain)).toEqual(
      adoptedRules(before).map(({ plain }) => plain),
    );
  });
  it('has only the rules where the agenda stays behind, and none where they do too', async () => {
    const second = await next({ plan: false });
    expect(agenda(second.workshop)).toHaveLength(1);
    expect(adoptedRules(second)).toHaveLength(adoptedRules(before).length);
    expect(adoptedRules(await next({ rules: false }))).toEqual([]);
  });
  it('begins with the themes of the one before, unless they were left out', async () => {
    expect(themesOf((await next()).workshop)).toEqual(['Transport', 'Getting there']);
    expect(themesOf((await next({ themes: false })).workshop)).toEqual([]);
  });
  it('brings no answer of anybody, but what was promised, with what became of it and why', async () => {
    const { follow } = (await next()).workshop;
    const promises = lastTime(follow).filter(({ as }) => as === 'action');
    expect(promises.map(({ id, from }) => [id, from.workshop])).toEqual([
      ['tea', 'first'],
      ['lift', 'first'],
    ]);
    expect(becameOf(follow, 'tea')).toEqual([]);
    expect(becameOf(follow, 'lift')).toMatchObject([{ how: 'not-done', words: { plain: 'No money' } }]);
    const second = await next({ rules: false });
    expect(Object.keys(second.activities)).toEqual([]);
  });
  it('brings only pledges whose makers chose a day to look again, under the name that they chose', async () => {
    const { pledges } = offeredBy('first', before);
    expect(pledges.length).toBeGreaterThan(0);
    for (const { carried } of pledges) expect(carried.by).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const said = JSON.stringify(before.activities['pledges']);
    const everyPledge = said.match(/"lookAgain":"/g) ?? [];
    expect(pledges.length).toBeLessThan(everyPledge.length);
    const brought = lastTime((await next()).workshop.follow).filter(({ as }) => as === 'pledge');
    expect(brought.map(({ id }) => id)).toEqual(pledges.map(({ id }) => id));
    const none = lastTime((await next({ pledges: false })).workshop.follow).filter(
      ({ as }) => as === 'pledge',
    );
    expect(none).toEqual([]);
  });
});
