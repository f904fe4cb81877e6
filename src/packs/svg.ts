/**
 * A symbol is drawn by strangers. It is written anew from the few things that a drawing needs, so that whatever is
 * not known here (scripts, links, pages inside of pictures) is simply not there afterwards.
 */

const SHAPES = 'path rect circle ellipse line polyline polygon';
const ELEMENTS = new Set(
  `svg g defs symbol use title desc text tspan style clipPath linearGradient radialGradient stop ${SHAPES}`.split(
    ' ',
  ),
);
const WITH_TEXT = new Set(['title', 'desc', 'text', 'tspan', 'style']);
const ATTRIBUTES = new Set(
  `id class style x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height d points viewBox preserveAspectRatio version
  transform gradientTransform gradientUnits spreadMethod offset stop-color stop-opacity clipPathUnits clip-path
  clip-rule fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility overflow font-family font-size
  font-weight font-style text-anchor href`.split(/\s+/),
);
/** These only hold a drawing together: what is in them stays. */
const AS_GROUP = new Set(['switch', 'a']);
/** Copies of copies grow without end; a symbol needs few. */
const MOST_USES = 16;
const DEEPEST = 64;
const NAME = /^[A-Za-z_][\w.:-]*/;
const ATTRIBUTE = /^\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The same drawing with nothing in it that could act or reach outside; undefined if it is no drawing. */
export function cleanSvg(text: string): string | undefined {
  try {
    return rewritten(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof NoSvg) return undefined;
    throw error;
  }
}

class NoSvg extends Error {
  override readonly name = 'NoSvg';
}

function rewritten(text: string): string {
  let rest = 0;
  let made = '';
  let uses = 0;
  /** A style is judged whole: in pieces it could hide what it says. */
  let style = '';
  /** What is open, and how many of them are not taken over with all that is in them. */
  const open: string[] = [];
  let left = 0;
  let roots = 0;
  const until = (end: string, from: number): number => {
    const at = text.indexOf(end, from);
    if (at < 0) throw new NoSvg();
    return at + end.length;
  };
  const write = (words: string): void => {
    if (left > 0) return;
    if (open.at(-1) === 'style') style += words;
    else if (WITH_TEXT.has(open.at(-1) ?? '')) made += escaped(words);
  };
  while (rest < text.length) {
    if (text[rest] !== '<') {
      const next = text.indexOf('<', rest);
      const end = next < 0 ? text.length : next;
      const words = plain(text.slice(rest, end));
      if (open.length === 0 && words.trim() !== '') throw new NoSvg();
      write(words);
      rest = end;
    } else if (text.startsWith('<!--', rest)) rest = until('-->', rest + 4);
    else if (text.startsWith('<![CDATA[', rest)) {
      const end = until(']]>', rest);
      write(text.slice(rest + 9, end - 3));
      rest = end;
    } else if (text.startsWith('<?', rest)) rest = until('?>', rest);
    else if (text.startsWith('<!', rest)) {
      const end = until('>', rest);
      // Own entities could put back what is taken out here.
      if (text.slice(rest, end).includes('[')) throw new NoSvg();
      rest = end;
    } else if (text.startsWith('</', rest)) {
      const name = NAME.exec(text.slice(rest + 2, rest + 100))?.[0] ?? '';
      const end = until('>', rest);
      if (name === '' || open.pop() !== name || text.slice(rest + 2, end - 1).trim() !== name)
        throw new NoSvg();
      if (left > 0) left -= 1;
      else {
        if (name === 'style' && !reachesOut(style)) made += escaped(style);
        if (name === 'style') style = '';
        made += `</${written(name)}>`;
      }
      rest = end;
    } else {
      const tag = readTag(text, rest);
      if (open.length === 0 && (tag.name !== 'svg' || roots++ > 0)) throw new NoSvg();
      if (open.length >= DEEPEST || open.at(-1) === 'style') throw new NoSvg();
      if (tag.name === 'use') uses += 1;
      const known = ELEMENTS.has(written(tag.name)) && !(tag.name === 'use' && uses > MOST_USES);
      const taken = left === 0 && known;
      if (taken) {
        const root = open.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : '';
        made += `<${written(tag.name)}${root}${attributesOf(tag)}${tag.closed ? '/' : ''}>`;
      }
      if (!tag.closed) {
        open.push(tag.name);
        if (!taken) left += 1;
      }
      rest = tag.end;
    }
  }
  if (open.length > 0 || roots !== 1) throw new NoSvg();
  return made;
}

type Tag = { name: string; attributes: [string, string][]; closed: boolean; end: number };

function readTag(text: string, from: number): Tag {
  const name = NAME.exec(text.slice(from + 1, from + 100))?.[0];
  if (name === undefined) throw new NoSvg();
  let at = from + 1 + name.length;
  const attributes: [string, string][] = [];
  for (;;) {
    const end = /^\s*(\/?)>/.exec(text.slice(at, at + 1000));
    if (end) return { name, attributes, closed: end[1] === '/', end: at + end[0].length };
    const close = text.indexOf('=', at);
    const quote = close < 0 ? -1 : text.slice(close + 1).search(/["']/);
    if (quote < 0) throw new NoSvg();
    const mark = text[close + 1 + quote] ?? '"';
    const stop = text.indexOf(mark, close + 2 + quote);
    const found = stop < 0 ? null : ATTRIBUTE.exec(text.slice(at, stop + 1));
    if (!found) throw new NoSvg();
    attributes.push([found[1] ?? '', plain(found[2] ?? found[3] ?? '')]);
    at += found[0].length;
  }
}

function attributesOf({ name, attributes }: Tag): string {
  const kept = new Map<string, string>();
  for (const [called, value] of attributes) {
    const key = called === 'xlink:href' ? 'href' : called;
    if (!ATTRIBUTES.has(key) || reachesOut(value)) continue;
    if (key === 'href' && !/^#[\w.-]+$/.test(value.trim())) continue;
    if (key === 'href' && !['use', 'linearGradient', 'radialGradient'].includes(name)) continue;
    kept.set(key, value);
  }
  return [...kept].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
}

function written(name: string): string {
  return AS_GROUP.has(name) ? 'g' : name;
}

/** Anything that might be an address, or hides one: only references inside of the drawing may stay. */
function reachesOut(value: string): boolean {
  // No drawing needs a backslash, and in a style it can spell any word; so can a comment between two letters.
  if (/\\|@|\/\*|<|javascript:|expression\s*\(|image(-set)?\s*\(|src\s*\(/i.test(value)) return true;
  return /url\s*\(/i.test(value.replace(/url\(\s*(["']?)#[\w.-]+\1\s*\)/gi, ''));
}

/** The text that entities stand for; an unknown one makes it no drawing. */
function plain(words: string): string {
  return words.replace(/&([^;&\s]{1,12});|&/g, (all, name: string | undefined) => {
    const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name ?? '');
    const code = number ? parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : -1;
    const one = number && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[name ?? ''];
    if (one === undefined || all === '&') throw new NoSvg();
    return one;
  });
}

function escaped(words: string): string {
  return words
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
