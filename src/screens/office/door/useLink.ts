import { useEffect, useState } from 'react';
import type * as v from 'valibot';
import { Refusal } from '#wire/refusal.ts';
import { askHub } from '#sync/office/ask.ts';
import { readLink } from '#wire/door.ts';

type Link = v.InferOutput<typeof readLink.reply>;

/** Whom a one-time link is for; undefined until the hub has said so, 'over' where it works no more. */
export function useLink(secret: string): Link | 'over' | undefined {
  const [link, setLink] = useState<Link | 'over'>();
  useEffect(() => {
    askHub(readLink, { body: { secret } }).then(setLink, (error: unknown) => {
      // Away is not over: what is typed then says why it does not go.
      if (error instanceof Refusal && [400, 410].includes(error.status)) setLink('over');
    });
  }, [secret]);
  return link;
}
