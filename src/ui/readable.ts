/** A piece of the page that can be read aloud: what is said, where it stands, and whether it is somebody's answer. */
export type Piece = { text: string; element: Element; lang: string; own: boolean };

/** Said in one go, whatever they are made of. */
const WHOLE =
  'button:not(.hard-word), label, [role="img"][aria-label], img[alt]:not([alt=""]), textarea, input, [data-say]';
/** What stands on a line of its own. */
const BLOCKS = `h1, h2, h3, h4, p, li, ul, ol, div, section, fieldset, legend, table, tr, td, th, details, summary, figure, figcaption, ${WHOLE}`;
const UNHEARD =
  '[aria-hidden="true"], .seen-by-readers, [data-reading], :disabled, [hidden], script, style, audio, video';

/** What "Read to me" reads, in the order of the page: each piece once, nothing that is hidden. */
export function readable(root: Element): Piece[] {
  if (root.matches(UNHEARD) || root.checkVisibility?.() === false) return [];
  if (root.matches(WHOLE) || !root.querySelector(BLOCKS)) return piece(root, textOf(root));
  const pieces: Piece[] = [];
  let line = '';
  const endLine = (): void => {
    pieces.push(...piece(root, oneLine(line)));
    line = '';
  };
  for (const node of root.childNodes) {
    if (!(node instanceof Element)) line += node.nodeValue ?? '';
    else if (node.matches(BLOCKS) || node.querySelector(BLOCKS)) {
      endLine();
      pieces.push(...readable(node));
    } else if (!node.matches(UNHEARD)) line += ` ${textOf(node)} `;
  }
  endLine();
  return pieces;
}

function piece(element: Element, text: string): Piece[] {
  if (text === '') return [];
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? 'en';
  return [{ text, element, lang, own: isField(element) || element.closest('[data-own]') !== null }];
}

const isField = (element: Element): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

function textOf(element: Element): string {
  // A PIN is never said, and what is ticked is told by its label.
  if (isField(element))
    return element instanceof HTMLTextAreaElement || element.type === 'text' ? oneLine(element.value) : '';
  const named = element.getAttribute('aria-label') ?? element.getAttribute('alt');
  return oneLine(named ?? element.textContent ?? '');
}

/** Words as they are said: whatever stands between two of them is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
