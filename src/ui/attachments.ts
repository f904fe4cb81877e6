import { createContext, use, useEffect, useState } from 'react';
import type { Attachment } from '#workshop/attachment.ts';

type Attachments = { read(name: string): Promise<Attachment | undefined> };

/** Where kept photos and recordings are read from. A screen provides it; the pieces here know no journal. */
export const AttachmentsContext = createContext<Attachments>({ read: () => Promise.resolve(undefined) });

/** A blob: address for the attachment of that name, while the piece that asks for it stands. */
export function useAttachmentUrl(name: string | undefined): string | undefined {
  const { read } = use(AttachmentsContext);
  const [shown, setShown] = useState<{ name: string; url: string }>();
  useEffect(() => {
    if (!name) return;
    let url = '';
    let gone = false;
    const show = (attachment: Attachment | undefined): void => {
      if (gone || !attachment) return;
      url = URL.createObjectURL(new Blob([bytesOf(attachment.data)], { type: attachment.type }));
      setShown({ name, url });
    };
    // What cannot be read is not shown; its words still stand beside it.
    read(name).then(show, () => {});
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [name, read]);
  return shown && shown.name === name ? shown.url : undefined;
}

/** The attachment that a photo or recording becomes: its bytes, named by their SHA-256. */
export async function makeAttachment(blob: Blob): Promise<Attachment> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const name = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name, type: blob.type, data: base64(bytes) };
}

function base64(bytes: Uint8Array): string {
  // Piece by piece: a call takes only so many arguments.
  const PIECE = 8190;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}
