import * as v from 'valibot';
import { bytesOf, toBase64 } from '#journal/attachments.ts';
import { attachmentState, PIECE, readAttachment, sendAttachment } from '#wire/attachments.ts';
import { AttachmentSchema } from '#workshop/attachment.ts';
import { Refusal } from '#wire/refusal.ts';
import { reach, type AskHub } from '../office/ask.ts';
import type { HubFiles } from './means.ts';

type Fetch = Parameters<typeof reach>[0];
const StateSchema = v.object({ bytes: v.number(), whole: v.boolean() });
const addressOf = (path: string, name: string): string => path.replace(':name', encodeURIComponent(name));

/** Photos and recordings, in pieces that go on where they were broken off. */
export function hubFiles(fetchIt: Fetch, ask: AskHub): HubFiles {
  return {
    async read(name) {
      const response = await reach(fetchIt, addressOf(readAttachment.path, name), { method: 'GET' }).catch(
        (error: unknown) => {
          if (error instanceof Refusal && error.status === 404) return undefined;
          throw error;
        },
      );
      if (!response) return undefined;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const type = response.headers.get('content-type') ?? '';
      const found = v.safeParse(AttachmentSchema, { name, type, data: toBase64(bytes) });
      return found.success ? found.output : undefined;
    },
    async send(attachment, workshop) {
      const { name, type } = attachment;
      const bytes = bytesOf(attachment);
      let state = await ask(attachmentState, { params: { name }, query: { workshop } });
      for (let tries = 0; !state.whole; tries += 1) {
        const from = state.bytes < bytes.length ? state.bytes : 0;
        const response = await reach(fetchIt, addressOf(sendAttachment.path, name), {
          method: sendAttachment.method,
          headers: {
            'x-cuppa': '1',
            'content-type': 'application/octet-stream',
            'upload-offset': String(from),
            'upload-length': String(bytes.length),
            'x-attachment-type': type,
            'x-workshop': workshop,
          },
          body: bytes.slice(from, from + PIECE),
        });
        const next = v.parse(StateSchema, await response.json());
        if (!next.whole && next.bytes <= state.bytes && tries > 3)
          throw new Refusal(0, 'stuck', 'The file was not taken.');
        state = next;
      }
    },
  };
}
