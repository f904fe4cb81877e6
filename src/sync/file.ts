import * as v from 'valibot';
import { bytesOf, nameOf } from '#journal/attachments.ts';
import { countSealed, openBoxes } from '#journal/sealed.ts';
import { sha256 } from '#journal/stamp.ts';
import { theStore } from '#journal/store.ts';
import { tellNews } from '#journal/news.ts';
import { AttachmentSchema, type Attachment } from '#workshop/attachment.ts';
import { byOrder, EntrySchema, type Entry } from '#workshop/entry.ts';

export { exportPlan, planOf, readPlan } from './plan.ts';

const FORMAT = 'cuppa-workshop';
const VERSION = 1;
/** 64 MB, in characters: base64 and JSON are nearly all ASCII. */
const LARGEST = 64 * 1024 * 1024;
const MOST = 250_000;

const damaged = 'This file is damaged. Nothing was added. Please copy it to this tablet again.';
const foreign = 'This is not a Cuppa workshop file. Nothing was added.';
const newer = 'A newer version of Cuppa made this file. Nothing was added. Please update Cuppa here first.';
const tooLarge = 'This file is too large. Nothing was added. The limit is 64 MB.';

const list = v.pipe(v.array(v.unknown()), v.maxLength(MOST));
const FileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  workshop: EntrySchema.entries.workshop,
  sealed: v.pipe(v.array(v.string()), v.maxLength(MOST)),
  entries: list,
  attachments: list,
  count: v.number(),
  // Files of before did not have these, and an app of before does not look at them.
  heads: v.optional(
    v.array(v.object({ tablet: EntrySchema.entries.tablet, place: EntrySchema.entries.place })),
    [],
  ),
  sealedCounts: v.optional(v.record(v.string(), v.number()), {}),
});

/**
 * The whole workshop as one file: every entry in order, and the photos and recordings that they name.
 * What is in a sealed box that is still open stays there; `sealed` tells of which activities.
 */
export async function exportWorkshop(id: string): Promise<Blob> {
  const { entries } = await theStore().since(0, id);
  const inOrder = entries.toSorted(byOrder);
  const boxes = await openBoxes().catch(() => []);
  const sealed = boxes.filter(({ workshop }) => workshop === id).map(({ activity }) => activity);
  const attachments = await namedIn(inOrder);
  const heads = headsOf(inOrder);
  const sealedCounts = await countsOf(id, sealed);
  const outline = { format: FORMAT, version: VERSION, workshop: id, sealed, sealedCounts, heads };
  const body = { ...outline, entries: inOrder, attachments };
  const text = JSON.stringify({ ...body, count: inOrder.length }).slice(0, -1);
  const whole = `${text}${ENDING}${await digestOf(text)}"}`;
  if (whole.length > LARGEST) throw new Error('This workshop is too large for one file. The limit is 64 MB.');
  return new Blob([whole], { type: 'application/json' });
}

/** Adds what a file holds to this tablet, all of it or nothing. Safe to repeat, and in any order with other files. */
export async function importFile(text: string): Promise<{ workshop: string; added: number; had: number }> {
  const { workshop, entries, attachments } = await readFile(text);
  const added = await theStore().bring(entries, attachments);
  tellNews(workshop);
  return { workshop, added, had: entries.length - added };
}

/** How far each tablet's chain goes in this file. */
function headsOf(entries: readonly Entry[]): { tablet: string; place: number }[] {
  const furthest = new Map<string, number>();
  for (const { tablet, place } of entries) furthest.set(tablet, Math.max(place, furthest.get(tablet) ?? 0));
  return [...furthest].map(([tablet, place]) => ({ tablet, place }));
}

async function countsOf(workshop: string, sealed: readonly string[]): Promise<Record<string, number>> {
  const counts = sealed.map(async (activity) => [
    activity,
    await countSealed(workshop, activity).catch(() => 0),
  ]);
  return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
}

const ENDING = ',"digest":"';

function digestOf(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text));
}

/** Bodies are not opened, only searched: anything that looks like a name and is one of ours goes along. */
async function namedIn(entries: readonly Entry[]): Promise<Attachment[]> {
  const names = new Set(entries.flatMap(({ body }) => body?.match(/[0-9a-f]{64}/g) ?? []));
  const found = await Promise.all([...names].map((name) => theStore().attachment(name)));
  return found.filter((attachment) => attachment !== undefined);
}

type Contents = { workshop: string; entries: Entry[]; attachments: Attachment[] };

/** What a file holds; throws one plain sentence for whatever is not exactly as it was written. */
async function readFile(text: string): Promise<Contents> {
  if (text.length > LARGEST) throw new Error(tooLarge);
  const trimmed = text.replace(/^\uFEFF/, '').trimEnd();
  const stored = parse(trimmed);
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), stored);
  if (!head.success || head.output.format !== FORMAT) {
    throw new Error(trimmed.startsWith(`{"format":"${FORMAT}"`) ? damaged : foreign);
  }
  if (head.output.version > VERSION) throw new Error(newer);
  const cut = trimmed.lastIndexOf(ENDING);
  const whole =
    cut > 0 && trimmed.slice(cut + ENDING.length) === `${await digestOf(trimmed.slice(0, cut))}"}`;
  const file = v.safeParse(FileSchema, stored, { abortEarly: true });
  if (!whole || !file.success || file.output.count !== file.output.entries.length) throw new Error(damaged);

  const { workshop } = file.output;
  const entries = file.output.entries.map((entry) => readEntry(entry, workshop));
  const attachments = await Promise.all(file.output.attachments.map(readAttachment));
  return { workshop, entries, attachments };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readEntry(stored: unknown, workshop: string): Entry {
  const entry = v.safeParse(EntrySchema, stored, { abortEarly: true });
  if (!entry.success || entry.output.workshop !== workshop) throw new Error(damaged);
  const { id, activity, tablet, from, previous, salt, body } = entry.output;
  const texts = [id, workshop, activity, tablet, ...from, previous, salt ?? '', body ?? ''];
  // Half of a surrogate pair cannot be written as UTF-8: hashes would differ from tablet to tablet.
  if (!texts.every((one) => one.isWellFormed())) throw new Error(damaged);
  return entry.output;
}

async function readAttachment(stored: unknown): Promise<Attachment> {
  const attachment = v.safeParse(AttachmentSchema, stored, { abortEarly: true });
  if (!attachment.success) throw new Error(damaged);
  const name = await Promise.resolve(attachment.output)
    .then(bytesOf)
    .then(nameOf)
    .catch(() => '');
  if (name !== attachment.output.name) throw new Error(damaged);
  return attachment.output;
}
