import { createContext } from 'react';

/**
 * The address of a recording of these words, if somebody spoke them. `voice` tells whether the tablet could
 * say them itself: where it can't, a recording of the same thing in other words is better than none.
 */
export type FindSound = (text: string, voice: boolean) => string | undefined;

/** Recorded prompts. A screen provides them; the pieces here know no workshop. */
export const SoundsContext = createContext<FindSound>(() => undefined);
