import { create } from 'zustand';

/** Puts the group's own words into a text of ours or of a facilitator. */
export type Reword = (text: string) => string;

const useWorn = create<{ reword: Reword | null }>(() => ({ reword: null }));

/** What rewords the wording of the app now; `null` where no group has a word of its own. */
export const rewordNow = (): Reword | null => useWorn.getState().reword;

/** As `rewordNow`, for what has to be shown anew when it changes. */
export const useReword = (): Reword | null => useWorn((worn) => worn.reword);

export function wearReword(reword: Reword | null): void {
  if (rewordNow() !== reword) useWorn.setState({ reword });
}
