import { useEffect, useState } from 'react';
import { headIds } from '#workshop/versions.ts';
import type { Opened } from '../activity.ts';
import { readWorkshop, sendToWorkshop } from '../workshops.ts';
import { makeKeeper } from './keeper.ts';
import { remember, undoLast } from './undo.ts';

type Written = {
  setup: unknown;
  /** True only once everything that is shown is kept. */
  saved: boolean;
  /** Why something can't be kept, or ''. */
  problem: string;
  change: (setup: unknown) => void;
  /** Keeps at once what is being written. */
  flush: () => Promise<void>;
  undo: () => Promise<void>;
};

/** The setup of one activity while it is written: shown at once, kept a moment later, one version after the other. */
export function useSetup(workshop: string, opened: Opened): Written {
  const { id } = opened.activity;
  const [local, setLocal] = useState<{ setup: unknown } | null>(null);
  const [saved, setSaved] = useState(true);
  const [problem, setProblem] = useState('');
  const [keeper] = useState(() =>
    makeKeeper({
      base: opened.setupIds,
      value: opened.setup,
      onKept: (why) => {
        setProblem(why);
        setSaved(why === '');
      },
      keep: async (setup, from, before) => {
        await sendToWorkshop(workshop, [{ type: 'activity-set-up', activity: id, setup }], [...from]);
        remember({
          workshop,
          activity: id,
          changes: [{ type: 'activity-set-up', activity: id, setup: before }],
        });
        return headsOf(workshop, id, setup);
      },
    }),
  );

  // Once the journal shows what was written here, it shows for it; and so does what comes from elsewhere.
  const { setupIds, setup } = opened;
  if (local && saved && keeper.isIn(setupIds)) setLocal(null);
  useEffect(() => {
    if (!local) keeper.rebase(setupIds, setup);
  });

  useEffect(() => {
    const flush = (): void => void keeper.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);

  return {
    setup: local ? local.setup : setup,
    saved,
    problem,
    change: (next) => {
      setLocal({ setup: next });
      setSaved(false);
      keeper.change(next);
    },
    flush: () => keeper.flush(),
    undo: async () => {
      await keeper.flush();
      await undoLast(workshop, id);
      setLocal(null);
    },
  };
}

/** The versions that hold exactly this setup; all of them, should another tablet have replaced it already. */
async function headsOf(workshop: string, id: string, setup: unknown): Promise<string[]> {
  const versions = (await readWorkshop(workshop)).workshop.activities[id]?.setup ?? { heads: [] };
  const text = JSON.stringify(setup);
  const ours = versions.heads.filter((head) => JSON.stringify(head.value) === text);
  return ours.length > 0 ? ours.map((head) => head.id) : headIds(versions);
}
