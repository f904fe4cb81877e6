import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyKind } from '#activities/kind.ts';
import { say as sayUi } from '#ui/words.ts';
import { isSymbolName } from '#words/symbols.ts';
import type { PaperPiece } from '#workshop/paper.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { replayAll } from '#workshop/replay.ts';
import { ACTIVITY, entriesOf, entryOf, room, stateAfter } from '../support/told.ts';

/** What every kind of activity promises, without a screen. The registry and a test kind both keep it. */
export function everyKind(kinds: readonly AnyKind[]): void {
  const find = (name: string) => kinds.find((kind) => kind.name === name);

  it('has a name of its own for each kind', () => {
    expect(new Set(kinds.map((kind) => kind.name)).size).toBe(kinds.length);
  });

  describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    it('says what it is called and what it is about', () => {
      expect(Object.keys(kind.words)).toEqual(expect.arrayContaining(['title', 'about']));
      expect(isSymbolName(kind.symbol), kind.symbol).toBe(true);
    });

    it('accepts its own blank setup, and has a heading and no phrase that is wholly empty', () => {
      const setup = kind.readSetup(kind.blank());
      expect(setup).toBeDefined();
      expect(kind.heading(setup).plain).not.toBe('');
      expect(kind.minutes(setup)).toBeGreaterThanOrEqual(0);
      expect(kind.round(setup) === 'none' || kind.turn !== undefined).toBe(true);
    });

    it('never throws at what it cannot read', () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (one, other) => {
          kind.readSetup(one);
          kind.readDraft(one);
          kind.applyStored(kind.start(), one, { id: '1', from: [], setup: other });
          kind.applyStored(kind.start(), one, { id: '1', from: [], setup: kind.blank() });
        }),
      );
    });

    describe.each(kind.examples.map((example) => [example.name, example] as const))(
      '%s',
      (_name, example) => {
        const setup = kind.readSetup(example.setup);

        it('has a setup that is kept as it is, and a draft that is read as it is', () => {
          expect(setup).toEqual(example.setup);
          expect(JSON.parse(JSON.stringify(setup))).toEqual(setup);
          if (example.draft !== undefined) expect(kind.readDraft(example.draft)).toEqual(example.draft);
        });

        it('has plain words, Easy Read and a known symbol in what participants see', () => {
          for (const phrase of [kind.heading(setup), ...kind.phrases(setup)]) {
            expect(phrase.plain).not.toBe('');
            expect(phrase.easy).not.toBe('');
            if (phrase.symbol !== '') expect(isSymbolName(phrase.symbol), phrase.symbol).toBe(true);
          }
        });

        it('has a twin on paper, on which people can say what they can say here, also that they are not sure', () => {
          const pieces = kind.paper(setup, stateAfter(kind, setup, example.changes));
          expect(JSON.parse(JSON.stringify(pieces))).toEqual(pieces);
          const fresh = kind.paper(setup, kind.start());
          for (const piece of [...pieces, ...fresh]) {
            for (const { plain, easy, symbol } of [piece.phrase, ...boxesOf(piece)]) {
              expect([plain, easy]).not.toContain('');
              if (symbol !== '') expect(isSymbolName(symbol), symbol).toBe(true);
            }
          }
          const answers = pieces.filter((piece) => piece.type !== 'read');
          const asks = kind.turn !== undefined && kind.round(setup) !== 'none';
          expect(answers.length > 0).toBe(asks);
          const out = pieces.flatMap(boxesOf).filter((box) => box.symbol === sayUi('notSure').symbol);
          expect(out.length > 0).toBe(asks);
        });

        it('makes a report with a heading, words or counts, and a table without a gap', () => {
          const section = kind.report(setup, stateAfter(kind, setup, example.changes), room);
          expect(section.heading.plain).not.toBe('');
          expect(section.blocks.length).toBeGreaterThan(0);
          expect(section.table.columns.length).toBeGreaterThan(0);
          for (const row of section.table.rows) expect(row).toHaveLength(section.table.columns.length);
        });

        it('names what people said by entries of its own, and nothing of sealed answers', () => {
          const said = kind.sayings?.(setup, stateAfter(kind, setup, example.changes)) ?? [];
          const entries = entriesOf(kind, setup, example.changes).map(({ id }) => id);
          for (const { id, row } of said) {
            expect(entries).toContain(id);
            expect([row.phrase.plain, row.phrase.easy]).not.toContain('');
          }
          expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
          if (kind.round(setup) === 'sealed') expect(said).toEqual([]);
        });

        it('goes on in a next session with the rules that the group has', () => {
          const state = stateAfter(kind, setup, example.changes);
          const carried = kind.carry?.(setup, state);
          if (!carried) return expect(kind.rules?.(setup, state) ?? []).toEqual([]);
          expect(kind.readSetup(carried.setup)).toEqual(carried.setup);
          const next = stateAfter(kind, carried.setup, carried.changes);
          const words = (rules: Phrase[] = []) => rules.map(({ plain, easy }) => [plain, easy]);
          expect(words(kind.rules?.(carried.setup, next))).toEqual(words(kind.rules?.(setup, state)));
        });

        it('keeps a state that is plain data', () => {
          const state = stateAfter(kind, setup, example.changes);
          expect(structuredClone(state)).toEqual(state);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        });

        it('comes to the same from the same entries in any order, with any repeats', () => {
          const entries = entriesOf(kind, setup, example.changes);
          const straight = replayAll(entries, find);
          expect(straight.activities[ACTIVITY]?.newer ?? 0).toBe(0);
          const mixed = fc
            .tuple(fc.subarray(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))
            .map(([again, all]) => [...again, ...all, ...again]);
          const anyOrder = fc.property(mixed, (some) => {
            expect(replayAll(some, find)).toEqual(straight);
          });
          fc.assert(anyOrder, { numRuns: 30 });
        });

        it('keeps its state and counts what a newer app did', () => {
          const entries = entriesOf(kind, setup, example.changes);
          const later = entryOf(entries.length + 1, ACTIVITY, {
            type: 'only-a-newer-app-knows-this',
            chosen: [],
          });
          const before = replayAll(entries, find).activities[ACTIVITY] ?? { state: kind.start(), newer: 0 };
          const after = replayAll([...entries, later], find).activities[ACTIVITY];
          expect(after).toEqual({ state: before.state, newer: before.newer + 1 });
        });
      },
    );
  });
}

function boxesOf(piece: PaperPiece): Phrase[] {
  return piece.type === 'tick' ? piece.boxes.map((box) => box.phrase) : [];
}
