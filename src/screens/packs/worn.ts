import { useMemo } from 'react';
import { create } from 'zustand';
import { leavingOf, nameOf, type Leaving, type Pack } from '#packs/pack.ts';
import { readPackPicture, readPacks } from '#packs/shelf.ts';
import { wearPacks } from '#words/pack-symbols.ts';

const usePacks = create<{ packs: readonly Pack[] }>(() => ({ packs: [] }));
const addresses = new Map<string, Promise<string | undefined>>();

/** The packs on this device. */
export const usePackList = (): readonly Pack[] => usePacks(({ packs }) => packs);

/** Which symbols of packs in `told` may leave this office, and what is to be said of them. `told` is any plain data. */
export function useLeaving(told: unknown): Leaving {
  const packs = usePackList();
  return useMemo(() => leavingOf(JSON.stringify(told), packs), [told, packs]);
}

/** Looks which packs are on this device, so that their symbols can be found and shown. */
export async function wearAll(): Promise<void> {
  const packs = await readPacks();
  addresses.clear();
  usePacks.setState({ packs });
  const symbols = packs.flatMap(({ id, licence, symbols: own }) =>
    own.map(({ hash, label, words }) => ({ name: nameOf(id, hash), label, words, pack: licence.title })),
  );
  wearPacks({ symbols: new Map(symbols.map((symbol) => [symbol.name, symbol])), address });
}

/** A blob: address for a picture, made once. */
function address(name: string): Promise<string | undefined> {
  const made = addresses.get(name) ?? make(name);
  addresses.set(name, made);
  return made;
}

async function make(name: string): Promise<string | undefined> {
  // A picture that cannot be read is not shown; its word still stands there.
  const picture = await readPackPicture(name).catch(() => undefined);
  return picture && URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
}
