import { discardWorkshop } from '#journal/discard.ts';
import { onNews, tellNews } from '#journal/news.ts';
import { theStore } from '#journal/store.ts';
import { pair as pairRoute } from '#wire/tablets.ts';
import { shareWorkshop } from '#wire/entries.ts';
import { makeAsk } from '../office/ask.ts';
import { hubFiles } from './files.ts';
import { isAnythingOpen, standing } from './counts.ts';
import { follow } from './follow.ts';
import { COUNT_AFTER_MS, makeLoop } from './loop.ts';
import { memoryOf, nothingToTell, type Paired } from './paired.ts';
import { askWorker, onAsked, show, showHere, showNothing } from './shown.ts';

export { useHub, askWorker } from './shown.ts';

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const withToken =
  (token: string): Fetch =>
  (address, init) =>
    fetch(address, {
      ...init,
      // A tablet is known by its token alone, even on a computer where somebody of the office is signed in.
      credentials: 'omit',
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
    });

let begun: Promise<void> | undefined;

/** Works with the office for as long as the tablet is connected to one. Only one window of the tablet does it. */
export function beginHub(version: string): void {
  begun ??= (async () => {
    await showPaired();
    askWorker('shown');
    await navigator.locks.request('cuppa-hub', () => forEver(version));
  })();
}

/** Shows which office this tablet is connected to, as it is kept. */
export async function showPaired(): Promise<Paired | null> {
  const memory = memoryOf(theStore());
  const paired = await memory.paired();
  if (!paired) showNothing();
  else
    show({
      office: paired.hub.name,
      tablet: paired.tablet.name,
      state: paired.state,
      told: await memory.told(),
    });
  return paired;
}

/** While this window is there, it does the work; another one waits for the lock. */
async function forEver(version: string): Promise<never> {
  showHere();
  for (;;) {
    const changed = nextChange();
    const paired = await showPaired();
    if (paired?.state === 'on') await workWith(paired, version, changed);
    await restWith(await memoryOf(theStore()).paired(), changed);
    await changed;
  }
}

/** Somebody has connected or disconnected this tablet, in whichever window. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onAsked((ask) => {
      if (ask !== 'changed') return;
      stop();
      resolve();
    });
  });
}

async function workWith(paired: Paired, version: string, changed: Promise<void>): Promise<void> {
  const store = theStore();
  const fetchIt = withToken(paired.token);
  const ask = makeAsk(fetchIt);
  const loop = makeLoop(
    {
      store,
      memory: memoryOf(store),
      ask,
      files: hubFiles(fetchIt, ask),
      discard: discardWorkshop,
      tell: tellNews,
    },
    paired,
    { version, show, follow: (signal, heard) => follow(fetchIt, signal, heard), chance: Math.random },
  );
  const wake = (): void => loop.wake();
  const look = (): void => {
    if (document.visibilityState === 'visible') loop.wake();
  };
  const stops = [
    onNews((workshop) => loop.kept(workshop)),
    onAsked((asked) => asked === 'now' && loop.wake()),
  ];
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', look);
  void changed.then(() => loop.stop());
  await loop.run();
  window.removeEventListener('online', wake);
  document.removeEventListener('visibilitychange', look);
  stops.forEach((stop) => stop());
}

/** The office does not take anything from this tablet any more: how it stands is still counted, and nothing is asked. */
async function restWith(paired: Paired | null, changed: Promise<void>): Promise<void> {
  if (!paired || paired.state === 'on') return;
  const store = theStore();
  const count = async (): Promise<void> => {
    const { counts } = await standing(store, memoryOf(store), paired.hub.epoch);
    show({ counts, counted: true, open: await isAnythingOpen(), done: false, reach: 'away' });
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  const stop = onNews(() => {
    clearTimeout(soon);
    soon = setTimeout(() => void count().catch(() => undefined), COUNT_AFTER_MS);
  });
  void count().catch(() => undefined);
  await changed;
  stop();
  clearTimeout(soon);
}

/** Connects this tablet with the secret of the office's square code, or its short code. Throws plain sentences. */
export async function pairWith(secret: string, name: string, version: string): Promise<void> {
  const ask = makeAsk((address, init) => fetch(address, { ...init, credentials: 'omit' }));
  const { token, tablet, hub } = await ask(pairRoute, { body: { secret, name, version } });
  await memoryOf(theStore()).keepPaired({ token, tablet, hub, state: 'on' });
  await showPaired();
  askWorker('changed');
  beginHub(version);
}

/** Forgets the office. What was not handed in stays on this tablet, and only there. */
export async function disconnect(): Promise<void> {
  const memory = memoryOf(theStore());
  await memory.keepPaired(null);
  await memory.keepTold(nothingToTell);
  showNothing();
  askWorker('changed');
}

/** Puts a workshop on every tablet of the office. It must be there itself first. */
export async function putOnAllTablets(workshop: string): Promise<void> {
  const paired = await memoryOf(theStore()).paired();
  if (!paired) return;
  await makeAsk(withToken(paired.token))(shareWorkshop, {
    params: { workshop },
    body: { all: true, tablets: [] },
  });
}

/** The leader has read what became of workshops here. */
export async function haveReadTold(): Promise<void> {
  await memoryOf(theStore()).keepTold(nothingToTell);
  show({ told: nothingToTell });
  askWorker('read');
}
