import type { Entry } from '#workshop/entry.ts';
import type { End } from './log-record.ts';
import { hashOf } from './stamp.ts';

/** One chain in which something is missing, or is not what its neighbour says it was. */
export type Gap = { workshop: string; tablet: string; missing: number; altered: number };

type Chain = { workshop: string; tablet: string; places: Map<number, Entry[]> };

/**
 * Looks whether every chain is whole: places 1, 2, 3… up to the furthest that anybody knew of, each naming the
 * hash of the one before. Two entries in one place are two tabs that met a fault: both are kept, none is missing.
 */
export async function findGaps(entries: Iterable<Entry>, ends: readonly End[]): Promise<Gap[]> {
  const chains = new Map<string, Chain>();
  const chainOf = (workshop: string, tablet: string): Chain => {
    const key = JSON.stringify([workshop, tablet]);
    const chain = chains.get(key) ?? { workshop, tablet, places: new Map() };
    chains.set(key, chain);
    return chain;
  };
  for (const entry of entries) {
    const { places } = chainOf(entry.workshop, entry.tablet);
    places.set(entry.place, [...(places.get(entry.place) ?? []), entry]);
  }
  const furthest = new Map<Chain, number>();
  for (const end of ends) {
    const chain = chainOf(end.workshop, end.tablet);
    furthest.set(chain, Math.max(end.place, furthest.get(chain) ?? 0));
  }
  const gaps: Gap[] = [];
  for (const chain of chains.values()) {
    const last = Math.max(furthest.get(chain) ?? 0, largest(chain));
    const missing = last - chain.places.size;
    const altered = await countAltered(chain);
    if (missing > 0 || altered > 0) gaps.push({ ...names(chain), missing: Math.max(0, missing), altered });
  }
  return gaps;
}

const names = ({ workshop, tablet }: Chain) => ({ workshop, tablet });

function largest({ places }: Chain): number {
  let last = 0;
  for (const place of places.keys()) if (place > last) last = place;
  return last;
}

/** How many entries are not what the next one says. Redacted ones no longer tell, and are believed. */
async function countAltered({ places }: Chain): Promise<number> {
  let altered = 0;
  for (const [place, some] of places) {
    const next = places.get(place + 1);
    if (!next || some.some(({ salt }) => salt === null)) continue;
    const hashes = await Promise.all(some.map(hashOf));
    if (!next.some(({ previous }) => previous === '' || hashes.includes(previous))) altered += 1;
  }
  return altered;
}
