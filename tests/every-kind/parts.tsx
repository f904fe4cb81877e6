import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyKind, EditorProps, LeadProps, ResultsProps, ScreenProps } from '#activities/kind.ts';
import { room, stateAfter } from '../support/told.ts';

type ScreenPart = ComponentType<ScreenProps<unknown, unknown, unknown>>;

/** What every kind promises on a screen: its parts load, show each example, and one tap is an answer. */
export function everyPart(kinds: readonly AnyKind[]): void {
  const errors = vi.fn();
  beforeEach(() => {
    errors.mockClear();
    vi.spyOn(console, 'error').mockImplementation(errors);
    vi.spyOn(console, 'warn').mockImplementation(errors);
  });
  afterEach(() => {
    expect(errors.mock.calls).toEqual([]);
    vi.restoreAllMocks();
  });

  describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    describe.each(kind.examples.map((example) => [example.name, example] as const))(
      '%s',
      (_name, example) => {
        const setup = kind.readSetup(example.setup);
        const state = stateAfter(kind, setup, example.changes);

        it('can be prepared', async () => {
          const Editor: ComponentType<EditorProps<unknown>> = await kind.parts.Editor();
          const onChange = vi.fn();
          render(<Editor setup={setup} onChange={onChange} />);
          const field = screen.getAllByRole('textbox')[0];
          if (!field) throw new Error('An editor has something to write in.');
          await userEvent.type(field, 'x');
          expect(onChange).toHaveBeenCalled();
          for (const [changed] of onChange.mock.calls) expect(kind.readSetup(changed)).toBeDefined();
        });

        it('can be looked at, before and after anything is said', async () => {
          const Results: ComponentType<ResultsProps<unknown, unknown>> = await kind.parts.Results();
          const { container, rerender } = render(<Results setup={setup} state={kind.start()} room={room} />);
          rerender(<Results setup={setup} state={state} room={room} />);
          expect(container.textContent).not.toBe('');
          expect(screen.queryAllByRole('textbox')).toEqual([]);
          expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
        });

        it('can be printed', async () => {
          for (const print of kind.parts.prints ?? []) {
            const Page: ComponentType<ResultsProps<unknown, unknown>> = await print.Page();
            const { unmount } = render(<Page setup={setup} state={state} room={room} />);
            unmount();
          }
        });

        it('can be led', async () => {
          const Lead: ComponentType<LeadProps<unknown, unknown, unknown>> | undefined =
            await kind.parts.Lead?.();
          if (!Lead) return;
          const send = vi.fn(() => Promise.resolve());
          const { rerender } = render(
            <Lead setup={setup} state={state} room={room} shown={false} send={send} />,
          );
          rerender(<Lead setup={setup} state={state} room={room} shown send={send} />);
          expect(send).not.toHaveBeenCalled();
        });

        it('asks one question a screen, and shows a half-made answer again', async () => {
          if (!kind.turn || !kind.parts.Screen || kind.round(setup) === 'none') return;
          const Screen: ScreenPart = await kind.parts.Screen();
          const start = kind.turn.start(setup, 3, state);
          for (const draft of [start, example.draft ?? start]) {
            const { unmount } = render(
              <Screen setup={setup} state={state} draft={draft} onDraft={() => {}} />,
            );
            expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
            unmount();
          }
        });

        it('makes an answer of the first tap, where it asks to choose', async () => {
          const { turn } = kind;
          if (!turn || !kind.parts.Screen || kind.round(setup) === 'none') return;
          const Screen: ScreenPart = await kind.parts.Screen();
          let draft = turn.start(setup, 0, state);
          function Held() {
            const [held, setHeld] = useState(draft);
            draft = held;
            return <Screen setup={setup} state={state} draft={held} onDraft={setHeld} />;
          }
          const { container } = render(<Held />);
          const choice = container.querySelector('.choice');
          if (!choice) return;
          expect(turn.ready(setup, draft)).toBe(false);
          await userEvent.click(choice);
          const kept = kind.readDraft(JSON.parse(JSON.stringify(draft)));
          expect(kept).toEqual(draft);
          if (!turn.ready(setup, draft)) return;
          const next = turn.next(setup, draft);
          if (next !== null) {
            expect(kind.readDraft(JSON.parse(JSON.stringify(next)))).toEqual(next);
            return;
          }

          const rows = turn.check(setup, draft, state);
          expect(rows.length).toBeGreaterThan(0);
          const { changes } = turn.deliver(setup, draft);
          expect(changes.length).toBeGreaterThan(0);
          expect(stateAfter(kind, setup, [...example.changes, ...changes])).not.toEqual(state);
        });
      },
    );
  });
}
