import { arrange, type Tree } from '#access/switch.ts';

/** What can be pressed. Words are not typed with a switch: pictures and choices are the equal way. */
const STOPS =
  'button, a[href], summary, audio[controls], input[type="radio"], input[type="checkbox"], input[type="file"], [role="button"]';
/** What belongs together, as it does for whoever reads or listens. */
const GROUPS =
  'main, header, footer, nav, section, article, aside, form, fieldset, ul, ol, tr, [role="group"], [role="radiogroup"], [data-scan]';
/** The screen's own part comes first, then what to do at its foot; what is on every screen comes last. */
const ORDER = ['main, .sheet-body', 'footer, .sheet-foot', '*'];
const LAST = 'header, .sheet-title';
const BARS = '.top, .done, .sheet-title, .sheet-foot';

export type Stops = Tree<HTMLElement>[];

/** What a switch can come to now: in the sheet that lies on top, or on the screen. */
export function stopsNow(page: Document): Stops {
  const sheet = [...page.querySelectorAll<HTMLElement>('[role="dialog"]')].findLast(isThere);
  const root = sheet ?? page.querySelector<HTMLElement>('.frame') ?? page.body;
  const trees = partsOf(root)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((part) => ({ group: inside(part) }));
  return arrange(trees, inOneRow);
}

/** What is seen of a stop: a native field is out of sight behind its tile. */
export function shownOf(stop: HTMLElement): HTMLElement {
  return stop instanceof HTMLInputElement ? (stop.closest('label') ?? stop) : stop;
}

/** The box round all of these, as far as no bar lies over it. */
export function boxOf(stops: readonly HTMLElement[]): DOMRect {
  const boxes = stops.map((stop) => shownOf(stop).getBoundingClientRect());
  const { above, below } = barsRound(stops);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.max(above, Math.min(...boxes.map((box) => box.top)));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.min(below, Math.max(...boxes.map((box) => box.bottom)));
  return new DOMRect(left, top, right - left, Math.max(0, bottom - top));
}

/** Where the bars end that stay in place while these are scrolled beneath them. */
function barsRound([first]: readonly HTMLElement[]): { above: number; below: number } {
  const own = document.querySelector('.scan-bar')?.getBoundingClientRect().top;
  const edges = { above: 0, below: own ?? Infinity };
  const root = first?.closest('[role="dialog"], .frame');
  for (const bar of root?.querySelectorAll(BARS) ?? []) {
    if (bar.contains(first ?? null) || getComputedStyle(bar).position !== 'sticky') continue;
    const { top, bottom } = bar.getBoundingClientRect();
    if (bar.matches(LAST)) edges.above = Math.max(edges.above, bottom);
    else edges.below = Math.min(edges.below, top);
  }
  return edges;
}

/** What a stop is called. */
export function nameOf(stop: HTMLElement): string {
  const label = stop.getAttribute('aria-label') ?? shownOf(stop).textContent ?? '';
  return label.replace(/\s+/g, ' ').trim();
}

/** Brings them into view, with nothing over them. What is higher than the screen begins at its top. */
export function bringIntoView(stops: readonly HTMLElement[], page: Document): void {
  const [first] = stops;
  const last = stops.at(-1);
  if (!first || !last || (isClear(first, page) && isClear(last, page))) return;
  const low = boxOf(stops).height > page.documentElement.clientHeight / 2;
  const middle = stops[Math.floor(stops.length / 2)] ?? first;
  shownOf(low ? first : middle).scrollIntoView({ block: 'center' });
}

/** Is the whole of it on the screen, with no bar over it? */
function isClear(stop: HTMLElement, page: Document): boolean {
  const shown = shownOf(stop);
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const middle = (left + right) / 2;
  return [top + 4, bottom - 4].every((y) => {
    const seen = page
      .elementsFromPoint(middle, y)
      .find((element) => element.closest('[data-scanning]') === null);
    return seen !== undefined && (shown.contains(seen) || seen.contains(shown));
  });
}

/** The parts that a screen or a sheet is made of, wherever they begin. */
function partsOf(root: HTMLElement): HTMLElement[] {
  const parts = [...root.children].filter((child) => child instanceof HTMLElement);
  const [only] = parts;
  return parts.length === 1 && only && !only.matches(STOPS) ? partsOf(only) : parts;
}

function rankOf(part: HTMLElement): number {
  return part.matches(LAST) ? ORDER.length : ORDER.findIndex((each) => part.matches(each));
}

/** Its stops, and its groups of them, in the order of the page. */
function inside(root: HTMLElement): Stops {
  return [...root.children].flatMap((child): Stops => {
    if (!(child instanceof HTMLElement)) return [];
    if (child.matches(STOPS)) return isThere(child) ? [{ stop: child }] : [];
    const within = inside(child);
    return child.matches(GROUPS) && within.length > 0 ? [{ group: within }] : within;
  });
}

function isThere(element: HTMLElement): boolean {
  if (element.matches(':disabled') || element.closest('[inert], [aria-hidden="true"], [data-scanning]'))
    return false;
  const shown = shownOf(element);
  const { width, height } = shown.getBoundingClientRect();
  return width > 1 && height > 1 && shown.checkVisibility({ visibilityProperty: true });
}

function inOneRow(a: HTMLElement, b: HTMLElement): boolean {
  const [one, other] = [shownOf(a).getBoundingClientRect(), shownOf(b).getBoundingClientRect()];
  return (
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2
  );
}
