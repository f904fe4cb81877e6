import { create } from 'zustand';
import type { Phrase } from '#workshop/phrase.ts';

export type Explained = { word: string; meaning: Phrase };
export type OwnWord = { word: string; instead: string };
type Worn = { explained: readonly Explained[]; own: readonly OwnWord[] };

const none: Worn = { explained: [], own: [] };

/** The words that the workshop on the screen explains itself, or words in its own way. */
export const useWornGlossary = create<Worn>(() => none);

export function wearGlossary(explained: readonly Explained[], own: readonly OwnWord[]): void {
  const now = useWornGlossary.getState();
  if (now.explained !== explained || now.own !== own) useWornGlossary.setState({ explained, own });
}
