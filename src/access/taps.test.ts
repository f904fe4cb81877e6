// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdToPress, type Held } from './hold.ts';
import { ignoreSecondTaps } from './taps.ts';
import { changeWays, standardWays } from './ways.ts';

const toStop: (() => void)[] = [];
let heard: string[] = [];
let shown: (Held | null)[] = [];
let now = 0;

beforeEach(() => {
  // Every test begins long after the last tap of the one before.
  now += 100_000;
  vi.useFakeTimers();
  heard = [];
  shown = [];
  changeWays({ ...standardWays });
  document.body.innerHTML = `
    <button>One</button><button>Two</button>
    <label><input type="checkbox"></label>
    <textarea></textarea><div class="draw-pad"></div>`;
  for (const type of ['pointerdown', 'pointerup', 'click', 'contextmenu']) {
    document.addEventListener(type, hear);
  }
});
afterEach(() => {
  for (const stop of toStop.splice(0)) stop();
  vi.useRealTimers();
});
const hear = (event: Event): void => {
  heard.push(`${event.type} ${nameOf(event.target)}`);
};
const nameOf = (target: EventTarget | null): string =>
  target instanceof Element ? target.textContent || target.className || target.localName : '';

const find = (selector: string): HTMLElement => {
  const found = document.querySelectorAll<HTMLElement>(selector);
  const one = selector === 'button' ? found[0] : found[found.length - 1];
  if (!one) throw new Error(`There is no ${selector}.`);
  return one;
};
const one = (): HTMLElement => find('button');
const two = (): HTMLElement => find('button:nth-of-type(2)');

function send(element: Element, event: Event): void {
  Object.defineProperty(event, 'timeStamp', { value: now });
  element.dispatchEvent(event);
}
type About = { for?: number; at?: number; id?: number; size?: number };
/** A tap of a finger, as the browser tells of it; how long it is held, and where it is let go. */
function tap(element: Element, { for: ms = 60, at = 0, id = 1, size = 20 }: About = {}): void {
  const about = { bubbles: true, cancelable: true, isPrimary: id === 1, pointerId: id, pointerType: 'touch' };
  const finger = { ...about, width: size, height: size };
  send(element, new PointerEvent('pointerdown', { ...finger, clientX: 0, clientY: 0 }));
  now += ms;
  vi.advanceTimersByTime(ms);
  if (at !== 0) send(element, new PointerEvent('pointermove', { ...finger, clientX: at, clientY: at }));
  send(element, new PointerEvent('pointerup', { ...finger, clientX: at, clientY: at }));
  if (at === 0 && id === 1) send(element, new MouseEvent('click', { ...about, detail: 1 }));
}
const wait = (ms: number): void => {
  now += ms;
  vi.advanceTimersByTime(ms);
};
const clicks = (): string[] => heard.filter((each) => each.startsWith('click')).map((each) => each.slice(6));

test('of two taps the second is not heard at all, wherever it lands, and a later one is', () => {
  toStop.push(ignoreSecondTaps(window));
  tap(one());
  wait(200);
  tap(one());
  wait(100);
  tap(two());
  expect(heard).toEqual(['pointerdown One', 'pointerup One', 'click One']);
  wait(520);
  tap(two());
  expect(clicks()).toEqual(['One', 'Two']);
});

test('taps are ignored for as long as the person wants it, from not at all to two seconds', () => {
  toStop.push(ignoreSecondTaps(window));
  for (const [ignoreMs, after, heardTwice] of [
    [0, 1, true],
    [1000, 900, false],
    [1000, 1100, true],
    [2000, 1900, false],
    [2000, 2100, true],
  ] as const) {
    wait(5000);
    heard = [];
    changeWays({ ignoreMs });
    tap(one());
    wait(after);
    tap(one());
    expect(clicks(), `${ignoreMs} ms, tapped after ${after}`).toHaveLength(heardTwice ? 2 : 1);
  }
});

test('strokes of a drawing follow one another as fast as they like', () => {
  toStop.push(ignoreSecondTaps(window));
  tap(one());
  wait(50);
  tap(find('.draw-pad'));
  expect(heard).toContain('pointerdown draw-pad');
});

test('a key and an assistive press are not timed', () => {
  toStop.push(ignoreSecondTaps(window));
  tap(one());
  one().click();
  tap(two(), { size: 0 });
  one().click();
  expect(clicks().filter((name) => name === 'One')).toHaveLength(3);
  expect(heard).toContain('pointerdown Two');
});

const hold = (ms: number): void => {
  changeWays({ holdMs: ms });
  toStop.push(
    ignoreSecondTaps(window),
    holdToPress(window, (held) => shown.push(held)),
  );
};

test('a press that is held long enough acts when it is let go, once', () => {
  hold(600);
  tap(one(), { for: 650 });
  expect(clicks()).toEqual(['One']);
  expect(shown.map((held) => held?.enough)).toEqual([false, true, undefined]);
});

test('a press let go too early says nothing and does nothing', () => {
  hold(600);
  tap(one(), { for: 590 });
  wait(1000);
  tap(find('label'), { for: 100 });
  expect(heard).toEqual([]);
});

test('a slip does not make the press after it wait', () => {
  hold(300);
  tap(one(), { for: 100 });
  wait(50);
  tap(one(), { for: 400 });
  expect(clicks()).toEqual(['One']);
});

test('a press that slides off does nothing, and one that trembles does', () => {
  hold(300);
  tap(one(), { for: 400, at: 40 });
  expect(heard).toEqual([]);
  wait(1000);
  tap(one(), { for: 400, at: 10 });
  expect(clicks()).toEqual(['One']);
});

test('a second finger neither helps nor harms', () => {
  hold(300);
  const about = { bubbles: true, cancelable: true, pointerType: 'touch', width: 20, height: 20 };
  send(one(), new PointerEvent('pointerdown', { ...about, pointerId: 1, isPrimary: true }));
  tap(two(), { id: 2, for: 400 });
  expect(heard).toEqual([]);
  send(one(), new PointerEvent('pointerup', { ...about, pointerId: 1, isPrimary: true }));
  expect(clicks()).toEqual(['One']);
});

test('a second held press that begins too soon is ignored too', () => {
  hold(300);
  tap(one(), { for: 400 });
  wait(100);
  tap(one(), { for: 400 });
  expect(clicks()).toEqual(['One']);
});

test('a held press opens no menu', () => {
  hold(300);
  const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
  send(one(), menu);
  expect(menu.defaultPrevented).toBe(true);
  const inField = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
  send(find('textarea'), inField);
  expect(inField.defaultPrevented).toBe(false);
});

test('writing, keys and assistive presses are as they were', () => {
  hold(1000);
  tap(find('textarea'), { for: 30 });
  expect(clicks()).toEqual(['textarea']);
  one().click();
  expect(clicks()).toEqual(['textarea', 'One']);
  tap(two(), { for: 10, size: 0 });
  expect(heard).toContain('pointerdown Two');
});

test('a box beside its label is ticked once by one held press', () => {
  hold(300);
  const box = document.querySelector('input');
  tap(find('label'), { for: 400 });
  expect(box?.checked).toBe(true);
});

test('what goes while it is held is not pressed', () => {
  hold(300);
  const going = one();
  const about = {
    bubbles: true,
    cancelable: true,
    pointerType: 'touch',
    width: 20,
    height: 20,
    isPrimary: true,
  };
  send(going, new PointerEvent('pointerdown', about));
  wait(400);
  going.remove();
  send(document.body, new PointerEvent('pointerup', about));
  expect(heard).toEqual([]);
});
