import * as v from 'valibot';
import { bytesOf, nameOf } from '#journal/attachments.ts';
import type { End } from '#journal/log-record.ts';
import { digestOf, ENDING, FORMAT, LARGEST, VERSION } from '#journal/workshop-file.ts';
import type { Carried } from './packs.ts';
import { AttachmentSchema, type Attachment } from '#workshop/attachment.ts';
import { EntrySchema, type Entry } from '#workshop/entry.ts';

export const MOST = 250_000;

/** Why a file is refused, each a plain sentence. */
export const refusals = {
  damaged: 'This file is damaged. Nothing was added. Please copy it to this tablet again.',
  foreign: 'This is not a Cuppa workshop file. Nothing was added.',
  newer: 'A newer version of Cuppa made this file. Nothing was added. Please update Cuppa here first.',
  discarded: 'This workshop was removed from this tablet for good. Nothing was added.',
  tooLarge: 'This file is too large. Nothing was added. The limit is 64 MB.',
};

const list = v.pipe(v.array(v.unknown()), v.maxLength(MOST));
const { tablet, place } = EntrySchema.entries;
/** Places are counted one by one: a larger one is no workshop's, and would be told as missing for ever. */
export const HeadsSchema = v.pipe(
  v.array(v.object({ tablet, place: v.pipe(place, v.maxValue(10 * MOST)) })),
  v.maxLength(1000),
);
const sealedCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const FileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  workshop: EntrySchema.entries.workshop,
  sealed: v.pipe(v.array(v.string()), v.maxLength(MOST)),
  entries: list,
  attachments: list,
  packs: v.optional(list, []),
  count: v.number(),
  // Files of before did not have these, and an app of before does not look at them.
  by: v.optional(tablet, ''),
  heads: v.optional(HeadsSchema, []),
  sealedCounts: v.optional(v.record(v.string(), sealedCount), {}),
});

/** What a file holds, and what it knows of besides. */
export type Contents = {
  workshop: string;
  /** The tablet that made the file; '' where the file does not say. */
  by: string;
  entries: Entry[];
  attachments: Attachment[];
  /** The symbols of packs that may leave the office of the file's maker. */
  packs: Carried[];
  /** How far each chain had come, as the file's maker knew. */
  ends: End[];
  /** Answers that stayed in the sealed boxes of the file's maker, by activity. */
  sealed: { activity: string; count: number }[];
};

/** A file that is refused, and what it says. A damaged one may still be read in parts (salvage.ts). */
export class Refused extends Error {
  readonly why: keyof typeof refusals;
  override readonly name = 'Refused';
  constructor(why: keyof typeof refusals) {
    super(refusals[why]);
    this.why = why;
  }
}

/** The text as it was written, without what mail and editors put around it. */
export function bare(text: string): string {
  return text.replace(/^\uFEFF/, '').trimEnd();
}

/** What a file holds; throws `Refused` for whatever is not exactly as it was written. */
export async function readFile(text: string): Promise<Contents> {
  if (text.length > LARGEST) throw new Refused('tooLarge');
  const trimmed = bare(text);
  const stored = parse(trimmed);
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), stored);
  if (!head.success || head.output.format !== FORMAT) {
    throw new Refused(trimmed.startsWith(`{"format":"${FORMAT}"`) ? 'damaged' : 'foreign');
  }
  if (head.output.version > VERSION) throw new Refused('newer');
  const file = v.safeParse(FileSchema, stored, { abortEarly: true });
  if (!(await isWhole(trimmed)) || !file.success) throw new Refused('damaged');
  const { workshop, by, count, heads, sealedCounts } = file.output;
  const entries = file.output.entries.flatMap((one) => readEntry(one, workshop) ?? []);
  const attachments = (await Promise.all(file.output.attachments.map(readAttachment))).flatMap(
    (one) => one ?? [],
  );
  const lacks = attachments.length !== file.output.attachments.length;
  if (lacks || entries.length !== file.output.entries.length || entries.length !== count)
    throw new Refused('damaged');
  const ends = heads.map((one) => ({ workshop, ...one }));
  const sealed = Object.entries(sealedCounts).map(([activity, many]) => ({ activity, count: many }));
  const carried = file.output.packs;
  const packs = carried.length > 0 ? await (await import('./packs.ts')).readCarried(carried) : [];
  return { workshop, by, entries, attachments, packs, ends, sealed: sealed.filter((one) => one.count > 0) };
}

/** Does the text end in the digest of all before it? */
export async function isWhole(text: string): Promise<boolean> {
  const cut = text.lastIndexOf(ENDING);
  return cut > 0 && text.slice(cut + ENDING.length) === `${await digestOf(text.slice(0, cut))}"}`;
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An entry of this workshop, or nothing. */
export function readEntry(stored: unknown, workshop: string): Entry | undefined {
  const entry = v.safeParse(EntrySchema, stored, { abortEarly: true });
  if (!entry.success || entry.output.workshop !== workshop) return undefined;
  const { id, activity, tablet: of, from, previous, salt, body } = entry.output;
  const texts = [id, workshop, activity, of, ...from, previous, salt ?? '', body ?? ''];
  // Half of a surrogate pair cannot be written as UTF-8: hashes would differ from tablet to tablet.
  return texts.every((one) => one.isWellFormed()) ? entry.output : undefined;
}

/** A photo or recording whose bytes have the name that it says, or nothing. */
export async function readAttachment(stored: unknown): Promise<Attachment | undefined> {
  const attachment = v.safeParse(AttachmentSchema, stored, { abortEarly: true });
  if (!attachment.success) return undefined;
  const name = await Promise.resolve(attachment.output)
    .then(bytesOf)
    .then(nameOf)
    .catch(() => '');
  return name === attachment.output.name ? attachment.output : undefined;
}
