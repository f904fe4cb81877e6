import * as v from 'valibot';
import { toBase64 } from '#journal/attachments.ts';
import { attachmentState, PIECE, readAttachment, sendAttachment } from '#wire/attachments.ts';
import type { Attachment } from '#workshop/attachment.ts';
import { askHub, HubSaysNo, reach } from './ask.ts';

/** Photos and recordings, both ways by their hash. */
export type Files = {
  read(name: string): Promise<Attachment | undefined>;
  send(name: string, type: string, bytes: Uint8Array<ArrayBuffer>, workshop: string): Promise<void>;
};

const addressOf = (path: string, name: string): string => path.replace(':name', encodeURIComponent(name));
const whole = v.object({ bytes: v.number(), whole: v.boolean() });

/** The files of the hub that this page comes from. */
export const filesOfHub: Files = {
  async read(name) {
    try {
      const response = await reach(fetch, addressOf(readAttachment.path, name), { method: 'GET' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { name, type: response.headers.get('content-type') ?? '', data: toBase64(bytes) };
    } catch (error) {
      // What is not there yet may come: its words stand beside it meanwhile.
      if (error instanceof HubSaysNo) return undefined;
      throw error;
    }
  },
  async send(name, type, bytes, workshop) {
    let state = await askHub(attachmentState, { params: { name } }).catch((error: unknown) => {
      if (error instanceof HubSaysNo && error.status === 404) return { bytes: 0, whole: false };
      throw error;
    });
    while (!state.whole) {
      const response = await reach(fetch, addressOf(sendAttachment.path, name), {
        method: sendAttachment.method,
        headers: {
          'x-cuppa': '1',
          'content-type': 'application/octet-stream',
          'upload-offset': String(state.bytes),
          'upload-length': String(bytes.length),
          'x-attachment-type': type,
          'x-workshop': workshop,
        },
        body: bytes.slice(state.bytes, state.bytes + PIECE),
      });
      const next = v.parse(whole, await response.json());
      if (!next.whole && next.bytes <= state.bytes)
        throw new HubSaysNo(0, 'stuck', 'The file was not taken.');
      state = next;
    }
  },
};
