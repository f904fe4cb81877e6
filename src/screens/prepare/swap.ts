/**
 * The setup with one of its phrases (the very object) replaced. No screen knows what a kind's setup looks like,
 * so it is searched; everything else in it is left as it is.
 */
export function swap(setup: unknown, old: object, next: object): unknown {
  if (setup === old) return next;
  if (Array.isArray(setup)) {
    const items: unknown[] = setup;
    const swapped = items.map((item) => swap(item, old, next));
    return swapped.some((item, index) => item !== items[index]) ? swapped : setup;
  }
  if (typeof setup !== 'object' || setup === null) return setup;
  const parts: [string, unknown][] = Object.entries(setup);
  const swapped = parts.map(([name, part]): [string, unknown] => [name, swap(part, old, next)]);
  const changed = swapped.some(([, part], index) => part !== parts[index]?.[1]);
  return changed ? Object.fromEntries(swapped) : setup;
}
