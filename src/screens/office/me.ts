import { create } from 'zustand';
import { askHub } from '#sync/office/ask.ts';
import { tryNow } from '#sync/office/insist.ts';
import { lookAtDoor, type Me } from '#wire/door.ts';

/** Who is signed in on this browser: null is nobody, undefined is not known, because the hub was not reached. */
export const useMe = create<{ me: Me | null | undefined }>(() => ({ me: undefined }));

let last: string | undefined;

/** Somebody signed in or out: what waited for that is tried at once. */
export function setMe(me: Me | null): void {
  // Nothing that somebody else has read or begun stays on the page of the next person.
  if (me && last && me.id !== last) window.location.reload();
  last = me?.id ?? last;
  useMe.setState({ me });
  if (me) tryNow();
}

/** Asks the hub who is signed in. */
export async function findMe(): Promise<Me | null> {
  const { me } = await askHub(lookAtDoor);
  setMe(me);
  return me;
}

/** May whoever is signed in prepare, connect tablets and follow up? */
export const useMayWrite = (): boolean => useMe(({ me }) => !!me && me.role !== 'reader');

/** May they look after accounts, tablets and keeping? */
export const useMayOrganise = (): boolean => useMe(({ me }) => me?.role === 'organiser');
