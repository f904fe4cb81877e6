import * as v from 'valibot';

/** The most bytes of one attachment: a photo, two minutes of speech, a minute and a half of film. */
export const MOST_BYTES = 6_000_000;

/** A photo, a recording or a film, named by the SHA-256 (hex) of its bytes. `data` is base64. */
export const AttachmentSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.pipe(v.string(), v.regex(/^(image|audio|video)\/[a-z0-9.+-]+(;.*)?$/)),
  data: v.pipe(v.string(), v.maxLength((MOST_BYTES / 3) * 4)),
});
export type Attachment = v.InferOutput<typeof AttachmentSchema>;
