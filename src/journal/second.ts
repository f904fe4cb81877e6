import * as v from 'valibot';
import { AttachmentSchema, type Attachment } from '#workshop/attachment.ts';
import { EntrySchema, type Entry } from '#workshop/entry.ts';
import type { Gap } from './chains.ts';
import type { LogSummary } from './log-reading.ts';
import { AboutSchema, type End, type LogRecord } from './log-record.ts';
import { askLog } from './opfs.ts';

/** The second store, as the page asks it. */
export type Second = {
  append: (record: LogRecord) => Promise<{ reserve: number }>;
  any: () => Promise<boolean>;
  open: () => Promise<LogSummary>;
  compare: (entries: readonly Entry[]) => Promise<{ mend: Entry[]; redact: Entry[]; added: number }>;
  rest: () => Promise<Entry[]>;
  all: () => Promise<{ entries: Entry[]; attachments: Attachment[] }>;
  attachment: (name: string) => Promise<Attachment | undefined>;
  gaps: (ends: readonly End[]) => Promise<Gap[]>;
  tidy: () => Promise<number>;
  /** Rewrites what must not be there any more; tells how many logs another tab has to rewrite. */
  scrub: () => Promise<number>;
  forget: () => Promise<void>;
};

const entries = v.array(EntrySchema);
const ReserveSchema = v.object({ reserve: v.number() });
const SummarySchema = v.object({
  entries: v.number(),
  attachments: v.array(v.string()),
  about: v.array(AboutSchema),
  torn: v.number(),
  damaged: v.number(),
  stale: v.boolean(),
});
const ComparedSchema = v.object({ mend: entries, redact: entries, added: v.number() });
const AllSchema = v.object({ entries, attachments: v.array(AttachmentSchema) });
const GapsSchema = v.array(
  v.object({ workshop: v.string(), tablet: v.string(), missing: v.number(), altered: v.number() }),
);

/** The logs as the worker writes them. */
export function logInWorker(): Second {
  return {
    append: async (record) => v.parse(ReserveSchema, await askLog({ ask: 'log-append', record })),
    any: async () => v.parse(v.boolean(), await askLog({ ask: 'log-any' })),
    open: async () => v.parse(SummarySchema, await askLog({ ask: 'log-open' })),
    compare: async (some) => v.parse(ComparedSchema, await askLog({ ask: 'log-compare', entries: some })),
    rest: async () => v.parse(entries, await askLog({ ask: 'log-rest' })),
    all: async () => v.parse(AllSchema, await askLog({ ask: 'log-all' })),
    attachment: async (name) =>
      v.parse(v.optional(AttachmentSchema), await askLog({ ask: 'log-attachment', name })),
    gaps: async (ends) => v.parse(GapsSchema, await askLog({ ask: 'log-gaps', ends })),
    tidy: async () => v.parse(v.number(), await askLog({ ask: 'log-tidy' })),
    scrub: async () => v.parse(v.number(), await askLog({ ask: 'log-scrub' })),
    forget: async () => void (await askLog({ ask: 'log-forget' })),
  };
}
