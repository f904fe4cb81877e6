import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';

/** The entry as it stands once what it said was taken out: its id and its place in the chain stay. */
export function withoutWords(entry: Entry): Entry {
  return { ...entry, salt: null, body: null };
}

/** Every attachment that a body may name. Bodies are not opened, only searched. */
export function namesIn(body: string | null): string[] {
  return body?.match(/[0-9a-f]{64}/g) ?? [];
}

/**
 * The attachments without those that only redacted or refused entries of what was brought name. `standing` is what
 * is here now of the entries in it.
 */
export function stillNamed(
  attachments: readonly Attachment[],
  brought: readonly Entry[],
  standing: readonly Entry[],
): Attachment[] {
  if (attachments.length === 0) return [];
  const stands = new Set(standing.flatMap(({ body }) => namesIn(body)));
  const named = new Set(brought.flatMap(({ body }) => namesIn(body)));
  return attachments.filter(({ name }) => stands.has(name) || !named.has(name));
}

const DISCARDED = 'discarded-';

/** Where the tablet remembers that a workshop was discarded, so that nothing brings it back. */
export const discardedKey = (workshop: string): string => `${DISCARDED}${workshop}`;

/** The workshop that this small value says was discarded, if it says that. */
export function discardedBy(key: string): string | undefined {
  return key.startsWith(DISCARDED) ? key.slice(DISCARDED.length) : undefined;
}

/** Is this a small value that is only of that workshop, and must go with it? */
export function isAboutWorkshop(key: string, value: unknown, workshop: string): boolean {
  if (key === discardedKey(workshop)) return false;
  return key.includes(workshop) || (key === 'safety-file' && JSON.stringify(value).includes(workshop));
}

/** What is written into a workshop that was discarded is refused at once: it could never be kept. */
export class Discarded extends Error {
  override readonly name = 'Discarded';
  constructor() {
    super('This workshop was removed from this tablet. Nothing more can be added to it.');
  }
}
