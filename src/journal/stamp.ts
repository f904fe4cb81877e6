import type { Attachment } from '#workshop/attachment.ts';
import { advance, byOrder, type Entry } from '#workshop/entry.ts';

/** The end of this tablet's chain in one workshop, and its clock there. */
export type Head = { workshop: string; tablet: string; place: number; hash: string; clock: number };

/** Everything of an entry but what depends on the head. `hash` is its own: SHA-256 of salt and body. */
export type Prepared = Pick<Entry, 'id' | 'activity'> & {
  from: string[];
  salt: string;
  body: string;
  hash: string;
};

/** What is written in one transaction. */
export type Batch = {
  workshop: string;
  drafts: readonly Prepared[];
  attachments: readonly Attachment[];
};

export function newHead(workshop: string, tablet: string): Head {
  return { workshop, tablet, place: 0, hash: '', clock: 0 };
}

/** The drafts as entries at the end of the chain, and the head after them. Pure. */
export function stamp(head: Head, drafts: readonly Prepared[]): { entries: Entry[]; head: Head } {
  const { workshop, tablet } = head;
  const entries: Entry[] = [];
  let end = head;
  for (const { id, activity, from, salt, body, hash } of drafts) {
    const place = end.place + 1;
    const counter = end.clock + 1;
    entries.push({ id, workshop, activity, tablet, place, counter, from, previous: end.hash, salt, body });
    end = { workshop, tablet, place, hash, clock: counter };
  }
  return { entries, head: end };
}

/**
 * The head after entries from elsewhere. They move the clock; entries of this very tablet, brought back
 * by a file, also move its place, so that no place is given twice.
 */
export function follow(head: Head, entries: readonly Entry[], hashes: ReadonlyMap<string, string>): Head {
  return entries.toSorted(byOrder).reduce((end, entry) => {
    const clock = advance(end.clock, entry.counter);
    const mine = entry.tablet === end.tablet && entry.place > end.place;
    return mine ? { ...end, clock, place: entry.place, hash: hashes.get(entry.id) ?? '' } : { ...end, clock };
  }, head);
}

/** The hash that the next entry of the chain names; '' once salt and body were redacted. */
export async function hashOf(entry: Pick<Entry, 'salt' | 'body'>): Promise<string> {
  if (entry.salt === null || entry.body === null) return '';
  return sha256(new TextEncoder().encode(entry.salt + entry.body));
}

/** SHA-256 in hex. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hashes of the last entry of every chain in `entries`: all that `follow` can ask for. */
export async function lastHashes(entries: readonly Entry[]): Promise<Map<string, string>> {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const chain = JSON.stringify([entry.workshop, entry.tablet]);
    const sofar = last.get(chain);
    if (!sofar || entry.place > sofar.place) last.set(chain, entry);
  }
  const pairs = [...last.values()].map(async (entry) => [entry.id, await hashOf(entry)] as const);
  return new Map(await Promise.all(pairs));
}
