/** A piece of the page that can be read aloud: what is said, and where it stands. */
export type Piece = { text: string; element: Element };

const PIECES = 'h1, h2, h3, p, li, button, label, td, th, legend, summary, figcaption, [data-say]';

/** What "Read to me" reads, in the order of the page: each piece once, nothing that is hidden. */
export function readable(root: Element): Piece[] {
  return [...root.querySelectorAll(PIECES)]
    .filter(
      (element) =>
        !element.querySelector(PIECES) && !element.closest('[aria-hidden="true"], .seen-by-readers'),
    )
    .map((element) => ({ text: textOf(element), element }))
    .filter((piece) => piece.text !== '');
}

function textOf(element: Element): string {
  const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}
