/** Is it for want of room that something could not be kept? */
export function isFull(error: unknown): boolean {
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined;
  return [error, inner].some(
    (one) => one instanceof Error && (one.name.startsWith('Quota') || /full|quota|space/i.test(one.message)),
  );
}
