import { createContext } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { say as sayUi } from '#ui/words.ts';
import { say } from './words.ts';

/** Is this page one of the office? There nobody leads, and everything is kept by the hub. */
export function atOffice(): boolean {
  return /^\/office(\/|$)/.test(globalThis.location?.pathname ?? '');
}

/** May whoever looks at this page change workshops? On a tablet everybody may; at the office the account says so. */
export const MayWriteContext = createContext(true);

/** What the way to leading is called: at the office it leads to the workshop itself. */
export function toLeading(onTablet: Phrase): Phrase {
  return atOffice() ? say('toWorkshop') : onTablet;
}

/** Where what was just written is kept. */
export function savedHere(): Phrase {
  return atOffice() ? say('savedInOffice') : sayUi('saved');
}
