import * as v from 'valibot';
import { AttachmentSchema, type Attachment } from '#workshop/attachment.ts';
import { sha256 } from './stamp.ts';
import { theStore } from './store.ts';

/** A photo or recording by its name, if this tablet has it. */
export function readAttachment(name: string): Promise<Attachment | undefined> {
  return theStore().attachment(name);
}

/** The name that these bytes have everywhere: their SHA-256 in hex. */
export function nameOf(bytes: Uint8Array): Promise<string> {
  return sha256(new Uint8Array(bytes));
}

/** A photo or recording, ready to be handed to `keep`. */
export async function attachmentFrom(blob: Blob): Promise<Attachment> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const attachment = { name: await nameOf(bytes), type: blob.type, data: toBase64(bytes) };
  if (!v.is(AttachmentSchema, attachment)) {
    throw new Error('Only photos and recordings of less than 6 MB can be kept. Please make a smaller one.');
  }
  return attachment;
}

/** The bytes of an attachment; throws if its text is not base64. */
export function bytesOf({ data }: Pick<Attachment, 'data'>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  // In pieces: a call cannot take as many arguments as a photo has bytes.
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
