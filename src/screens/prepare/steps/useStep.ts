import { create } from 'zustand';
import { useWays, waysNow } from '#access/ways.ts';

export const steps = ['what', 'when', 'parts', 'check'] as const;
type Place = { workshop: string; at: number; all: boolean };

/** Kept while the app is open, so that who writes a part comes back to the step they were at. */
const usePlace = create<Place>(() => ({ workshop: '', at: 0, all: false }));

export type Walk = {
  /** Could this person go step by step? */
  easy: boolean;
  /** False for who has everything on one page. */
  bySteps: boolean;
  at: number;
  step: (typeof steps)[number];
  go(to: number): void;
  showAll(all: boolean): void;
};

/** Where somebody is who prepares step by step. */
export function useStep(workshop: string): Walk {
  const easy = useWays((state) => waysNow(state).words !== 'plain' || waysNow(state).calm);
  const place = usePlace();
  const { at, all } = place.workshop === workshop ? place : { at: 0, all: false };
  const go = (change: Partial<Place>): void => {
    usePlace.setState({ workshop, at, all, ...change });
    window.scrollTo(0, 0);
  };
  return {
    easy,
    bySteps: easy && !all,
    at,
    step: steps[at] ?? 'what',
    go: (to: number) => go({ at: Math.min(steps.length - 1, Math.max(0, to)) }),
    showAll: (show: boolean) => go({ all: show }),
  };
}
