import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ChangeSchema, type Change } from './changes.ts';
import { heardLines, outcomesOf, unanswered } from './heard.ts';
import { isOver, keepingOf, suggestedUntil } from './keep-until.ts';
import { asSaid, emptyPhrase } from './phrase.ts';
import { becameOf, lastTime, promisesOf, seriesOf, sessionsOf } from './series.ts';
import { themesIn, themesOf } from './themes.ts';
import { applyChange, newWorkshop, type Workshop } from './workshop.ts';

/** A workshop to which these happened, one after another; the n-th is kept as the entry `n`. */
const told = (...changes: (Change | [Change, from: string[]])[]): Workshop =>
  changes.reduce<Workshop>((w, one, place) => {
    const [change, from] = Array.isArray(one) ? one : [one, []];
    return applyChange(w, change, { id: String(place), from });
  }, newWorkshop());

const heard = (line: string, words: string): Change => ({
  type: 'line-heard',
  line,
  words: asSaid(words),
  sources: [],
});
const will = (id: string, line: string, what: string): Change => ({
  type: 'will-said',
  will: id,
  line,
  what: asSaid(what),
  who: 'Ann',
  by: '2030-06-01',
  as: 'decision',
});

describe('You said, we will', () => {
  it('is agreed to only in the words that the room heard', () => {
    const agreed = told(heard('bus', 'Buses are late'), [{ type: 'line-agreed', line: 'bus' }, ['0']]);
    expect(heardLines(agreed.follow)[0]?.room).toBe('agreed');
    const reworded = applyChange(agreed, heard('bus', 'The bus never comes'), { id: '9', from: ['0'] });
    expect(heardLines(reworded.follow)[0]?.room).toBe('not-read');
  });
  it('keeps what the room said instead, also once the line was put right', () => {
    const put = told(
      heard('bus', 'Buses are late'),
      [{ type: 'line-corrected', line: 'bus', words: 'They do not stop for us' }, ['0']],
      [heard('bus', 'Buses do not stop for us'), ['0']],
    );
    const [line] = heardLines(put.follow);
    expect(line?.words.plain).toBe('Buses do not stop for us');
    expect(line?.corrections).toMatchObject([{ words: 'They do not stop for us', since: true }]);
    expect(line?.room).toBe('not-read');
  });
  it('is not quite it as long as one tablet heard so, whatever another heard', () => {
    const both = told(
      heard('bus', 'Buses are late'),
      [{ type: 'line-corrected', line: 'bus', words: 'No' }, ['0']],
      [{ type: 'line-agreed', line: 'bus' }, ['0']],
    );
    expect(heardLines(both.follow)[0]?.room).toBe('not-quite');
  });
  it('shows both wordings when it was written in two places at once', () => {
    const two = told(heard('bus', 'A'), [heard('bus', 'B'), ['0']], [heard('bus', 'C'), ['0']]);
    const [line] = heardLines(two.follow);
    expect(line?.versions.heads.map(({ value }) => value.words.plain)).toEqual(['B', 'C']);
    expect(
      heardLines(applyChange(two, heard('bus', 'B and C'), { id: '9', from: ['1', '2'] }).follow)[0]?.versions
        .heads,
    ).toHaveLength(1);
  });
  it('never says that something is not done without a reason', () => {
    for (const reason of [emptyPhrase, asSaid(' \n ')]) {
      expect(v.is(ChangeSchema, { type: 'promise-not-done', promise: 'p', reason, on: '' })).toBe(false);
    }
    expect(
      v.is(ChangeSchema, { type: 'promise-not-done', promise: 'p', reason: asSaid('No money'), on: '' }),
    ).toBe(true);
  });
  it('shows both outcomes of tablets apart, and one where they say the same', () => {
    const done = { type: 'promise-done', promise: 'p', words: emptyPhrase, on: '' } as const;
    const not = { type: 'promise-not-done', promise: 'p', reason: asSaid('No money'), on: '' } as const;
    expect(outcomesOf(told(done, not).follow, 'p').map(({ how }) => how)).toEqual(['done', 'not-done']);
    expect(outcomesOf(told(done, done).follow, 'p')).toHaveLength(1);
    expect(outcomesOf(told(done, [not, ['0']]).follow, 'p').map(({ how }) => how)).toEqual(['not-done']);
    expect(
      outcomesOf(told(done, [{ type: 'promise-opened-again', promise: 'p' }, ['0']]).follow, 'p'),
    ).toEqual([]);
  });
  it('is on the big screen until the leader is done with it, or goes to a part', () => {
    const held = told(heard('bus', 'A'), { type: 'held-up', what: 'bus' });
    expect(held.follow.heldUp).toBe('bus');
    expect(applyChange(held, { type: 'held-up', what: '' }, { id: '9', from: [] }).follow.heldUp).toBe('');
    expect(applyChange(held, { type: 'went-to', activity: 'a' }, { id: '9', from: [] }).follow.heldUp).toBe(
      '',
    );
  });
  it('counts a line as answered by what we will do, or by why nothing can be done', () => {
    const w = told(heard('bus', 'A'), heard('lift', 'B'), heard('tea', 'C'), will('w', 'bus', 'Ask'), {
      type: 'promise-not-done',
      promise: 'lift',
      reason: asSaid('Not our house'),
      on: '',
    });
    expect(unanswered(heardLines(w.follow))).toBe(1);
    expect(heardLines(w.follow)[1]?.cannot?.words.plain).toBe('Not our house');
  });
});

describe('a series', () => {
  const first = told(
    heard('bus', 'Buses are late'),
    will('ask', 'bus', 'Ask the bus company'),
    will('map', 'bus', 'Print a map'),
    { type: 'promise-done', promise: 'map', words: emptyPhrase, on: '2030-02-01' },
    { type: 'action-agreed', action: 'tea', what: 'Buy tea', who: 'Bo', by: 'soon' },
  );
  const carry = (w: Workshop, id: string): Change[] =>
    promisesOf(id, w).map(({ id: carried, carried: what }) => ({ type: 'carried-over', carried, ...what }));

  it('tells the next session of everything that was promised, and what became of it', () => {
    expect(promisesOf('s1', first).map(({ id, outcomes }) => [id, outcomes.map(({ how }) => how)])).toEqual([
      ['ask', []],
      ['map', ['done']],
      ['tea', []],
    ]);
    for (const change of carry(first, 's1'))
      expect(v.is(ChangeSchema, change), JSON.stringify(change)).toBe(true);
  });
  it('keeps the id and the place that it first had, however often it is carried', () => {
    const second = told(...carry(first, 's1'), {
      type: 'promise-done',
      promise: 'ask',
      words: emptyPhrase,
      on: '',
    });
    const third = promisesOf('s2', second);
    expect(third.map(({ id }) => id)).toEqual(['map', 'tea']);
    expect(third[1]?.carried.from).toEqual({ workshop: 's1', activity: '', entry: 'tea' });
  });
  it('stands once, though two tablets carried the same over', () => {
    const twice = told(...carry(first, 's1'), ...carry(first, 's1'));
    expect(lastTime(twice.follow)).toHaveLength(3);
  });
  it('hears what became of something from the session that it came from', () => {
    const second = told(...carry(first, 's1'));
    expect(becameOf(second.follow, 'map')).toEqual([]);
    expect(becameOf(second.follow, 'map', first.follow).map(({ how }) => how)).toEqual(['done']);
  });
  it('lists its sessions by day, without deleted ones', () => {
    const session = (id: string, date: string, gone = false) => ({
      id,
      workshop: told(
        { type: 'described', about: { title: asSaid(id), date, where: '', ledBy: '' } },
        { type: 'put-in-series', series: 's', name: 'Halton', after: '' },
        ...(gone ? [{ type: 'deleted', at: 5 } as const] : []),
      ),
    });
    const all = [session('c', '2030-10-01'), session('a', '2030-07-01'), session('x', '2030-08-01', true)];
    expect(sessionsOf('s', all).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(seriesOf(all[0]?.workshop ?? first)?.name).toBe('Halton');
  });
});

describe('themes and the keeping date', () => {
  it('joins the themes of two tablets, each once', () => {
    const two = told(
      { type: 'themed', themes: ['Transport'] },
      { type: 'themed', themes: ['transport', 'Money'] },
    );
    expect(themesOf(two)).toEqual(['Transport', 'Money']);
    expect(themesIn(' Buses,  getting   there\nbuses; ')).toEqual(['Buses', 'getting there']);
  });
  it('keeps until the latest of two days, and that whole day', () => {
    const two = told(
      { type: 'keep-until-set', until: '2031-03-05', why: 'We meet again' },
      { type: 'keep-until-set', until: '2030-03-05', why: 'Enough' },
    );
    expect(keepingOf(two)?.until).toBe('2031-03-05');
    expect(isOver(two, '2031-03-05')).toBe(false);
    expect(isOver(two, '2031-03-06')).toBe(true);
    expect(isOver(newWorkshop(), '9999-12-31')).toBe(false);
  });
  it('takes only real days, with a reason', () => {
    for (const until of ['', '2031-02-30', 'soon', '2031-13-01']) {
      expect(v.is(ChangeSchema, { type: 'keep-until-set', until, why: 'So' }), until).toBe(false);
    }
    expect(v.is(ChangeSchema, { type: 'keep-until-set', until: '2031-01-01', why: ' ' })).toBe(false);
  });
  it('suggests a year after the day', () => {
    const on = (date: string) =>
      told({ type: 'described', about: { title: emptyPhrase, date, where: '', ledBy: '' } });
    expect(suggestedUntil(on('2030-03-05'), '2029-01-01')).toBe('2031-03-05');
    expect(suggestedUntil(on('2028-02-29'), '2029-01-01')).toBe('2029-02-28');
    expect(suggestedUntil(on(''), '2029-01-01')).toBe('2030-01-01');
  });
});
