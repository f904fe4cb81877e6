import * as v from 'valibot';
import { create } from 'zustand';

/** How a person wants it. Each stands alone; they combine freely. */
export const WaysSchema = v.object({
  words: v.fallback(v.picklist(['plain', 'easy', 'symbols']), 'plain'),
  text: v.fallback(v.picklist(['standard', 'large', 'larger']), 'standard'),
  /** A BCP 47 tag; which ones there are, the languages know. */
  language: v.fallback(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)), 'en-GB'),
  theme: v.fallback(v.picklist(['light', 'dark', 'contrast']), 'light'),
  calm: v.fallback(v.boolean(), false),
  font: v.fallback(v.picklist(['', 'andika', 'atkinson', 'lexend', 'opendyslexic']), ''),
  /** Read each new screen aloud; only ever after a tap asked for it. */
  readAloud: v.fallback(v.boolean(), false),
  /** Speed of speech, 0.5 to 1.2. */
  rate: v.fallback(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1.2)), 0.85),
  /** A second tap within this many ms is ignored, 0 to 2000. */
  ignoreMs: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(2000)), 500),
  /** A press counts once it was held this long, 0 to 1000 ms. */
  holdMs: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1000)), 0),
  /** The tablet's own scanning: one switch that chooses, or one that goes on and one that chooses. */
  scan: v.fallback(v.picklist(['', 'one', 'two']), ''),
  /** How long each stop is shown, 500 to 10000 ms. */
  scanMs: v.fallback(v.pipe(v.number(), v.minValue(500), v.maxValue(10_000)), 2000),
  /** A key of the person's own that is a switch, besides Space and Enter. */
  scanKey: v.fallback(v.pipe(v.string(), v.maxLength(40)), ''),
  /** A tap anywhere on the screen is a switch too. */
  scanTouch: v.fallback(v.boolean(), false),
  /** Says the name of each stop. */
  scanSpeak: v.fallback(v.boolean(), false),
});
export type Ways = v.InferOutput<typeof WaysSchema>;

export const standardWays: Ways = {
  words: 'plain',
  text: 'standard',
  language: 'en-GB',
  theme: 'light',
  calm: false,
  font: '',
  readAloud: false,
  rate: 0.85,
  ignoreMs: 500,
  holdMs: 0,
  scan: '',
  scanMs: 2000,
  scanKey: '',
  scanTouch: false,
  scanSpeak: false,
};

type State = {
  /** The leader's own, which stay on the tablet. */
  tablet: Ways;
  /** Those of the person whose turn it is: never kept but in the draft, and forgotten at hand-over. */
  person: Ways | null;
};

const KEY = 'cuppa-ways';

export const useWays = create<State>(() => ({ tablet: readTablets(), person: null }));

/** The ways that hold now. */
export function waysNow(state: State = useWays.getState()): Ways {
  return state.person ?? state.tablet;
}

/** Changes the ways of whoever holds the tablet, in one step. */
export function changeWays(change: Partial<Ways>): void {
  const { person, tablet } = useWays.getState();
  if (person) useWays.setState({ person: { ...person, ...change } });
  else {
    const next = { ...tablet, ...change };
    useWays.setState({ tablet: next });
    keepTablets(next);
  }
}

/** A person begins: with the ways of the room, or those of a draft that a crash left. */
export function beginPerson(ways: Ways = useWays.getState().tablet): void {
  useWays.setState({ person: ways });
}

/** A person hands over: their ways are gone. */
export function endPerson(): void {
  useWays.setState({ person: null });
}

/** Puts the ways on <html>, where tokens.css reads them; also while they change. Returns a stop. */
export function wearWays(root: HTMLElement): () => void {
  const wear = (state: State): void => {
    const ways = waysNow(state);
    root.dataset.words = ways.words;
    root.dataset.text = ways.text;
    root.dataset.theme = ways.theme;
    root.dataset.calm = ways.calm ? 'yes' : 'no';
    root.dataset.font = ways.font;
  };
  wear(useWays.getState());
  return useWays.subscribe(wear);
}

function readTablets(): Ways {
  try {
    return v.parse(WaysSchema, JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}'));
  } catch {
    return standardWays;
  }
}

function keepTablets(ways: Ways): void {
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(ways));
  } catch {
    // A full or closed store must not stop anyone from reading in their own way.
  }
}
