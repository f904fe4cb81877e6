/** How long writing rests before it is kept. */
const REST_MS = 600;

type Setup = { value: unknown };
type Options = {
  base: readonly string[];
  value: unknown;
  /** Keeps a setup that builds on `from` and tells which versions stand for it then. */
  keep: (value: unknown, from: readonly string[], before: unknown) => Promise<string[]>;
  /** Called with '' when everything that was written is kept, or with why something can't be. */
  onKept: (problem: string) => void;
};

export type Keeper = ReturnType<typeof makeKeeper>;

/**
 * Keeps what is being written a moment after it rests, one after the other, each building on the one before:
 * so that one writer never makes two versions, and two writers always do.
 */
export function makeKeeper({ base, value, keep, onKept }: Options) {
  let from = base;
  let before = value;
  let waiting: Setup | null = null;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<void> = Promise.resolve();

  async function keepWaiting(): Promise<void> {
    const wanted = waiting;
    if (!wanted) return;
    waiting = null;
    busy = true;
    try {
      from = await keep(wanted.value, from, before);
      before = wanted.value;
      busy = false;
      if (!waiting) onKept('');
    } catch (error) {
      // It stays in hand: the next change, or leaving, tries again.
      busy = false;
      waiting ??= wanted;
      onKept(error instanceof Error ? error.message : String(error));
    }
  }

  /** Keeps at once what waits. Resolves when it is kept. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    line = line.then(keepWaiting);
    return line;
  }

  return {
    flush,
    change(next: unknown): void {
      waiting = { value: next };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), REST_MS);
    },
    /** Is all kept, and does what is shown as kept hold it? */
    isIn: (heads: readonly string[]): boolean => !waiting && !busy && from.every((id) => heads.includes(id)),
    /** Goes on from what the journal shows now, unless something of ours is still on its way. */
    rebase(heads: readonly string[], setup: unknown): void {
      if (waiting || busy) return;
      from = heads;
      before = setup;
    },
  };
}
