import * as v from 'valibot';

/** A photo or a recording, named by the SHA-256 (hex) of its bytes. `data` is base64. */
export const AttachmentSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.pipe(v.string(), v.regex(/^(image|audio)\/[a-z0-9.+-]+(;.*)?$/)),
  data: v.pipe(v.string(), v.maxLength(8_000_000)),
});
export type Attachment = v.InferOutput<typeof AttachmentSchema>;
