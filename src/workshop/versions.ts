/**
 * People's words have no winner by order: an edit names the versions it builds on,
 * and two edits of the same version are both kept, to choose or to join.
 */
export type Versions<T> = { heads: { id: string; value: T }[] };

export function noVersions<T>(): Versions<T> {
  return { heads: [] };
}

/** Adds the edit `id`, which replaces the versions in `from`. */
export function edited<T>(versions: Versions<T>, id: string, from: readonly string[], value: T): Versions<T> {
  return { heads: [...versions.heads.filter((head) => !from.includes(head.id)), { id, value }] };
}

/** What is shown while there is one version, or the first of several. */
export function current<T>(versions: Versions<T>): T | undefined {
  return versions.heads[0]?.value;
}

/** The ids that an edit of what is shown now builds on. */
export function headIds<T>(versions: Versions<T>): string[] {
  return versions.heads.map((head) => head.id);
}
