import * as v from 'valibot';
import { AttachmentSchema } from '#workshop/attachment.ts';
import { IdSchema } from '#workshop/entry.ts';
import { count } from './parts.ts';
import { defineRoute, readers } from './route.ts';

/** A file is handed in by pieces of at most this many bytes. */
export const PIECE = 1_000_000;

const NameParams = v.strictObject({ name: AttachmentSchema.entries.name });
const StateSchema = v.object({
  bytes: count,
  whole: v.boolean(),
});

export const attachmentState = defineRoute({
  method: 'GET',
  path: '/v1/attachments/:name/state',
  roles: ['tablet', ...readers],
  about:
    'Says how many bytes of a photo or recording the hub has, and whether it is whole and belongs to this workshop.',
  params: NameParams,
  query: v.strictObject({ workshop: IdSchema }),
  reply: StateSchema,
});

const bytes = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

/**
 * The piece is the body; where it begins, how long the whole is, its kind and its workshop stand in headers. A
 * reply with other `bytes` than were sent says where to go on.
 */
export const AttachmentHeadersSchema = v.object({
  'upload-offset': bytes,
  'upload-length': bytes,
  'x-attachment-type': AttachmentSchema.entries.type,
  'x-workshop': IdSchema,
});

export const sendAttachment = defineRoute({
  method: 'PATCH',
  path: '/v1/attachments/:name',
  roles: ['tablet', 'facilitator', 'organiser'],
  about: 'Takes the next piece of a photo or recording. It is kept once its SHA-256 is its name.',
  params: NameParams,
  headers: AttachmentHeadersSchema,
  reply: StateSchema,
  most: PIECE,
  kind: 'bytes in',
});

export const readAttachment = defineRoute({
  method: 'GET',
  path: '/v1/attachments/:name',
  roles: ['tablet', ...readers],
  about: 'Gives a photo or recording by its name.',
  params: NameParams,
  kind: 'bytes out',
});
