import { useEffect } from 'react';
import { create } from 'zustand';
import { newId } from '#workshop/entry.ts';
import type { FindRules, Replay } from '#workshop/replay.ts';
import { onNews } from './news.ts';
import { makeReader } from './reader.ts';
import { theStore } from './store.ts';

type Opened = Replay | 'opening' | 'missing';
type Listed = { id: string; replay: Replay }[];

// While developing, rules change without a new version: no snapshot of a page before may be believed.
const builtVersion = import.meta.env.DEV ? newId() : __BUILD__;

export type Workshops = {
  /** The workshop as its journal tells it, always as it is kept, in every tab. */
  useWorkshop: (id: string) => Opened;
  /** Every workshop on this tablet, deleted ones too (`deletedAt`), newest here first. */
  useWorkshopList: () => Listed | 'opening';
  readWorkshop: (id: string) => Promise<Replay>;
};

/** Makes the hooks that show what is kept. `find` gives the rules of a kind; call this once for the app. */
export function makeWorkshops(find: FindRules, version: string = builtVersion): Workshops {
  const read = makeReader(find, version);
  const useShown = create<{ opened: Record<string, Replay | 'missing'>; list: Listed | 'opening' }>(() => ({
    opened: {},
    list: 'opening',
  }));
  let listing = false;

  async function open(id: string): Promise<void> {
    const replay = await read(id);
    const shown = replay.entries > 0 ? replay : 'missing';
    useShown.setState(({ opened, list }) => ({
      opened: opened[id] === shown ? opened : { ...opened, [id]: shown },
      list: list === 'opening' ? list : relisted(list, id, shown),
    }));
  }

  async function openList(): Promise<void> {
    listing = true;
    const ids = await theStore().workshops();
    const list = await Promise.all(ids.map(async (id) => ({ id, replay: await read(id) })));
    useShown.setState({ list });
  }

  function refresh(id: string): void {
    const { opened, list } = useShown.getState();
    const listed = list !== 'opening' && list.some((one) => one.id === id);
    if (listed || id in opened) quietly(open(id));
    if (listing && !listed) quietly(openList());
  }
  onNews(refresh);
  // A tab that slept may have missed the news.
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    Object.keys(useShown.getState().opened).forEach(refresh);
    if (listing) quietly(openList());
  });

  return {
    useWorkshop(id) {
      const opened = useShown((shown) => shown.opened[id]);
      useEffect(() => quietly(open(id)), [id]);
      return opened ?? 'opening';
    },
    useWorkshopList() {
      const list = useShown((shown) => shown.list);
      useEffect(() => quietly(openList()), []);
      return list;
    },
    readWorkshop: read,
  };
}

/** The list with what a workshop is now; one that was discarded is on it no more. */
function relisted(list: Listed, id: string, shown: Replay | 'missing'): Listed {
  if (shown === 'missing') return list.filter((one) => one.id !== id);
  return list.map((one) => (one.id === id ? { id, replay: shown } : one));
}

/** Reading is tried until it works (patience.ts): what is left to fail is a mistake of ours. */
function quietly(work: Promise<void>): void {
  work.catch((error: unknown) => console.error('A workshop could not be shown.', error));
}
