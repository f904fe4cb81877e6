import { useEffect, useState } from 'react';
import type * as v from 'valibot';
import { askHub } from '#sync/office/ask.ts';
import { lookAtDoor } from '#wire/door.ts';

type Door = v.InferOutput<typeof lookAtDoor.reply>;

/** Which ways in there are; undefined until the hub has said so. Without it the password still works. */
export function useDoor(): Door | undefined {
  const [door, setDoor] = useState<Door>();
  useEffect(() => {
    askHub(lookAtDoor).then(setDoor, () => undefined);
  }, []);
  return door;
}
