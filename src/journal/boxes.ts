import { BOX_SIZE, LONGEST, SLOTS, decodeBox, encodeBox, type Answer, type Box } from './box.ts';
import { wipe, type Files } from './files.ts';
import { newId } from '#workshop/entry.ts';
import { sha256 } from './stamp.ts';

export type Sealed = { workshop: string; activity: string };

const ENDINGS = ['.a', '.b'] as const;

/** Puts answers in the box of an activity, all or none. Repeating the same ids changes nothing. */
export async function addToBox(files: Files, sealed: Sealed, answers: readonly Answer[]): Promise<void> {
  const key = await keyOf(sealed);
  const before = await load(files, key);
  const box = before ?? { ...sealed, entry: newId(), generation: 0, answers: [] };
  const known = new Set(box.answers.map((answer) => answer.id));
  const fresh = answers.filter((answer) => !known.has(answer.id));
  if (fresh.length === 0) return;
  if (fresh.some((answer) => new TextEncoder().encode(answer.text).length > LONGEST)) {
    throw new Error('This answer is too long for a sealed activity. Please make it shorter.');
  }
  if (box.answers.length + fresh.length > SLOTS) {
    throw new Error(
      `The box is full: it holds ${SLOTS} answers. Show the answers, then go on in a new activity.`,
    );
  }
  try {
    await save(files, key, { ...box, answers: [...box.answers, ...fresh] });
  } catch (error) {
    if (await takenBack(files, key, before)) throw error;
  }
}

/**
 * After a failed save: either nothing of it stays, so that trying again counts nobody twice (true);
 * or the one whole copy has it, which is safe, and the next look mends the other (false).
 */
async function takenBack(files: Files, key: string, before: Box | undefined): Promise<boolean> {
  const [first, second] = ENDINGS.map((ending) => key + ending);
  if (first === undefined || second === undefined) return true;
  if (!before) {
    await drop(files, key);
    return true;
  }
  const bytes = await files.use(first, (handle) => handle.read(0, handle.size()));
  if ((await decodeBox(bytes))?.generation !== before.generation) return false;
  await put(files, second, bytes).catch(() => undefined);
  return true;
}

/** What is in the box, sorted by random id, and the entry that it will become. */
export async function readBox(files: Files, sealed: Sealed): Promise<Box | undefined> {
  const box = await load(files, await keyOf(sealed));
  return box && { ...box, answers: box.answers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Takes kept answers out. What came in meanwhile stays, for an entry of its own; an empty box goes. */
export async function takeFromBox(files: Files, sealed: Sealed, ids: readonly string[]): Promise<void> {
  const key = await keyOf(sealed);
  const box = await load(files, key);
  if (!box) return;
  const gone = new Set(ids);
  const answers = box.answers.filter((answer) => !gone.has(answer.id));
  if (answers.length > 0) return save(files, key, { ...box, entry: newId(), answers });
  await drop(files, key);
}

/** Wipes every box of a workshop. */
export async function dropBoxes(files: Files, workshop: string): Promise<void> {
  for (const sealed of await listBoxes(files)) {
    if (sealed.workshop === workshop) await drop(files, await keyOf(sealed));
  }
}

/** Zeros over both copies before they go: removing alone would leave the bytes on the disk. */
async function drop(files: Files, key: string): Promise<void> {
  for (const ending of ENDINGS.toReversed()) await files.use(key + ending, wipe);
  for (const ending of ENDINGS.toReversed()) await files.remove(key + ending);
}

/** Every activity whose box has answers in it. */
export async function listBoxes(files: Files): Promise<Sealed[]> {
  const keys = new Set<string>();
  for (const name of await files.names()) if (/\.[ab]$/.test(name)) keys.add(name.slice(0, -2));
  const open: Sealed[] = [];
  for (const key of keys) {
    // A damaged box has lost its name. Closing its activity will say so.
    const box = await load(files, key).catch(() => undefined);
    if (box && box.answers.length > 0) open.push({ workshop: box.workshop, activity: box.activity });
  }
  return open;
}

/** Writes the second copy, then the first: at every moment one of them is whole. */
async function save(files: Files, key: string, box: Box): Promise<void> {
  const bytes = await encodeBox({ ...box, generation: box.generation + 1 });
  for (const ending of ENDINGS.toReversed()) await put(files, key + ending, bytes);
}

async function put(files: Files, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await files.use(name, (handle) => {
    handle.write(bytes, 0);
    handle.flush();
  });
}

/** The newest whole copy; the other is made the same, or the two would show which answer came last. */
async function load(files: Files, key: string): Promise<Box | undefined> {
  const names = new Set(await files.names());
  const copies: { name: string; bytes: Uint8Array<ArrayBuffer>; box: Box | undefined }[] = [];
  for (const ending of ENDINGS) {
    const name = key + ending;
    const bytes = names.has(name)
      ? await files.use(name, (handle) => handle.read(0, handle.size()))
      : new Uint8Array();
    copies.push({ name, bytes, box: await decodeBox(bytes) });
  }
  const [best] = copies.toSorted((a, b) => (b.box?.generation ?? -1) - (a.box?.generation ?? -1));
  if (!best?.box) {
    const [first, second] = copies;
    // A box half made has no first copy yet; one half removed has nothing but zeros in its second.
    const unfinished =
      !first || !second || first.bytes.length < BOX_SIZE || second.bytes.every((byte) => byte === 0);
    if (unfinished) return undefined;
    throw new Error(
      'The sealed box of this activity is damaged on this tablet. Please go on in a new activity.',
    );
  }
  for (const copy of copies) {
    if (copy.box?.generation !== best.box.generation) await put(files, copy.name, best.bytes);
  }
  return best.box;
}

/** A file name that any id can have. */
async function keyOf({ workshop, activity }: Sealed): Promise<string> {
  return `box-${(await sha256(new TextEncoder().encode(JSON.stringify([workshop, activity])))).slice(0, 32)}`;
}
