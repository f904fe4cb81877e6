import { oneLine } from '../readable.ts';

type Place = { from: number; to: number };

const NAME = 'read-now';
let marked: Element | undefined;

/**
 * Marks what is being read: a ring around the piece, and the sentence within it underlined where the browser
 * can. Neither takes any room, so nothing moves while somebody follows.
 */
export function mark(element: Element, place: Place, text: string): void {
  if (element !== marked) {
    markNothing();
    marked = element;
    element.classList.add('is-read');
    // A tile is wider than its words: the screen follows what a person looks at. jsdom has no layout.
    element.scrollIntoView?.({ block: 'nearest' });
  }
  const highlights = globalThis.CSS?.highlights;
  if (!highlights) return;
  // Of a name that is not on the page, or of a line among others, no single sentence can be marked.
  const several = place.from > 0 || place.to < text.length;
  const range = several && oneLine(element.textContent ?? '') === text ? rangeOf(element, place) : undefined;
  if (range) highlights.set(NAME, new Highlight(range));
  else highlights.delete(NAME);
}

export function markNothing(): void {
  marked?.classList.remove('is-read');
  marked = undefined;
  globalThis.CSS?.highlights?.delete(NAME);
}

/** The letters of the page between two places of its text, in which any white space counted as one. */
function rangeOf(element: Element, { from, to }: Place): Range | undefined {
  const letters: { node: Node; at: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let space = true;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [at, letter] of (node.nodeValue ?? '').split('').entries()) {
      const white = /\s/.test(letter);
      if (!(white && space)) letters.push({ node, at });
      space = white;
    }
  }
  const [first, last] = [letters[from], letters[to - 1]];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}
