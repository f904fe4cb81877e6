import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Batch } from './stamp.ts';

/** The one promise of everything that keeps entries: memory, this tablet, later a hub. */
export interface Journal {
  /**
   * Keeps one of each id; one without words takes the words of the one that is here, for good, and is then kept as
   * if it had just come, so that every reader sees it again. Resolves once they would survive a power cut, if this
   * journal can promise that.
   */
  append(entries: readonly Entry[]): Promise<void>;
  /** What was kept after `cursor`, in the order it was kept, of one workshop or of all, and at `most` so many. */
  since(cursor: number, workshop?: string, most?: number): Promise<{ entries: Entry[]; cursor: number }>;
}

/**
 * A replay that was worked out before, so that opening is fast. It can always be thrown away.
 * `entries` counts what it was made of, all at or before `cursor`; `last` is the last of them in order.
 */
export type Snapshot = {
  workshop: string;
  version: string;
  cursor: number;
  entries: number;
  last: Entry;
  replay: string;
};

/** A journal that this tablet can also write in: it stamps, and keeps what goes with the entries. */
export interface Store extends Journal {
  /**
   * As every journal does it; `epoch` is another once the database was wiped, and cursors count anew. So they do for a
   * workshop that was discarded, which the cursor 0 tells.
   */
  since(
    cursor: number,
    workshop?: string,
    most?: number,
  ): Promise<{ entries: Entry[]; cursor: number; epoch: string }>;
  /** Stamps and keeps a batch with its attachments, all or nothing. Ids that are kept already are left alone. */
  write(batch: Batch): Promise<Entry[]>;
  /** Appends what comes from elsewhere, all or nothing; tells how many were new. */
  bring(entries: readonly Entry[], attachments: readonly Attachment[]): Promise<number>;
  /** Every workshop that this tablet has entries of, newest here first. */
  workshops(): Promise<string[]>;
  attachment(name: string): Promise<Attachment | undefined>;
  about(key: string): Promise<unknown>;
  keepAbout(key: string, value: unknown): Promise<void>;
  tablet(): Promise<string>;
  /** How many entries of a workshop were kept at or before the cursor. */
  count(workshop: string, cursor: number): Promise<number>;
  snapshot(workshop: string): Promise<Snapshot | undefined>;
  /** Keeps it, unless something of the workshop was redacted since it was taken. */
  keepSnapshot(snapshot: Snapshot): Promise<void>;
  /** Takes away everything of a workshop, and remembers that, so that no file, older log or hub brings it back. */
  discard(workshop: string): Promise<void>;
  /** After a failure: closes what may be broken, so that the next call opens it anew. */
  heal(): Promise<void>;
}
