import * as v from 'valibot';
import * as wire from '#wire/attachments.ts';
import type { Hub } from '../hub.ts';
import { Refusal } from '#wire/refusal.ts';
import { refusals } from '../server/refusal.ts';
import { idOf } from '../server/who.ts';
import {
  attachmentState,
  readAttachment,
  takePiece,
  workshopsOf,
  type PieceRefusal,
} from '../store/attachments.ts';
import { mustReach, rememberHandIns } from '../tablets/access.ts';

const refused: Record<Exclude<PieceRefusal, 'elsewhere'>, () => Refusal> = {
  other: () =>
    new Refusal(409, 'other-bytes', 'This file was damaged on its way. Send it again from the start.'),
  large: () => refusals.tooLarge(),
  type: () => refusals.wrongShape(),
  discarded: () =>
    new Refusal(410, 'discarded', 'The office has deleted this workshop, and keeps nothing of it any more.'),
};

/** Photos and recordings, each by the hash of its bytes. */
export function attachmentsArea({ app, database, serve }: Hub): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const handedIn = rememberHandIns(database);

  serve(wire.attachmentState, async ({ params: { name }, query: { workshop } }) => {
    const owners = await workshopsOf(database, name);
    const state = await attachmentState(database, name);
    // Whole, but of another workshop: it is sent once more, so that it is not removed together with the other.
    return state.whole && !owners.includes(workshop) ? { bytes: 0, whole: false } : state;
  });

  serve(wire.sendAttachment, async ({ params: { name }, who, request }) => {
    const headers = v.safeParse(wire.AttachmentHeadersSchema, request.headers);
    const bytes = request.body instanceof Uint8Array ? request.body : undefined;
    if (!headers.success || !bytes) throw refusals.wrongShape();
    const workshop = headers.output['x-workshop'];
    const { state, refused: why } = await takePiece(database, {
      name,
      type: headers.output['x-attachment-type'],
      workshop,
      offset: headers.output['upload-offset'],
      length: headers.output['upload-length'],
      bytes,
    });
    if (why !== undefined && why !== 'elsewhere') throw refused[why]();
    if (who.kind === 'tablet') await handedIn(idOf(who), [workshop]);
    return state;
  });

  serve(wire.readAttachment, async ({ params: { name }, who, reply }) => {
    const owners = await workshopsOf(database, name);
    const reach = await Promise.allSettled(owners.map((workshop) => mustReach(database, who, workshop)));
    if (!reach.some(({ status }) => status === 'fulfilled')) throw refusals.notFound();
    const attachment = await readAttachment(database, name);
    if (!attachment) throw refusals.notFound();
    return (
      reply
        .type(attachment.type)
        .header('cache-control', 'private, max-age=31536000, immutable')
        // Opened by itself it is a file and no page, whatever is written in it.
        .header('content-disposition', 'attachment')
        .send(Buffer.from(attachment.bytes))
    );
  });
}
