import type { Store } from '#journal/journal.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { AskHub } from '../office/ask.ts';
import type { Memory } from './paired.ts';

/** What the work with the hub is done with. */
export type Means = {
  store: Store;
  memory: Memory;
  ask: AskHub;
  files: HubFiles;
  /** Takes everything of a workshop from this tablet. */
  discard: (workshop: string) => Promise<void>;
  /** Tells the screens that there is more of a workshop. */
  tell: (workshop: string) => void;
};

/** Photos and recordings of the hub. */
export type HubFiles = {
  /** `undefined` if the hub does not have it (yet). */
  read(name: string): Promise<Attachment | undefined>;
  send(attachment: Attachment, workshop: string): Promise<void>;
};

/** What is known only while this run lasts: ids that came from the hub need not be sent back to it. */
export type Run = {
  epoch: string;
  fromHub: Set<string>;
  /** Up to where there was news of a workshop and nothing to read: looked into once. */
  looked: Map<string, number>;
};

export const newRun = (epoch: string): Run => ({ epoch, fromHub: new Set(), looked: new Map() });
