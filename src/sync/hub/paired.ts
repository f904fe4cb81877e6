import * as v from 'valibot';
import type { Store } from '#journal/journal.ts';
import { PAIRED } from './key.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The office that this tablet is connected to. `state` says whether the office still knows it. */
const PairedSchema = v.object({
  token: v.string(),
  tablet: v.object({ id: v.string(), name: v.string() }),
  hub: v.object({ name: v.string(), epoch: v.string() }),
  state: v.picklist(['on', 'revoked', 'unknown']),
});
export type Paired = v.InferOutput<typeof PairedSchema>;

/**
 * How far this tablet's own journal is in the office: everything at or before `cursor`, by receipts of that `hub`.
 * Of another epoch of the hub, or of another `store` after the database was wiped, it says nothing.
 */
const HandedSchema = v.object({ hub: v.string(), store: v.string(), cursor: count });
export type Handed = v.InferOutput<typeof HandedSchema>;

/** How far a workshop was read from the hub. */
const PulledSchema = v.object({ hub: v.string(), cursor: count });

/** Photos and recordings that entries from the hub name, and that are not here yet, with their workshops. */
const WantedSchema = v.array(v.tuple([v.string(), v.string()]));
export type Wanted = v.InferOutput<typeof WantedSchema>;

/** What became of workshops here by the office's doing, until the leader has read of it. */
const ToldSchema = v.object({ discarded: count, redacted: count });
export type TellLeader = v.InferOutput<typeof ToldSchema>;
export const nothingToTell: TellLeader = { discarded: 0, redacted: 0 };

const pulledKey = (workshop: string): string => `hub-read-${workshop}`;

/** What the tablet remembers of its hub, as small values beside the journal. */
export function memoryOf(store: Store) {
  const read = async <T>(key: string, schema: v.GenericSchema<unknown, T>, none: T): Promise<T> => {
    const kept = v.safeParse(schema, await store.about(key));
    return kept.success ? kept.output : none;
  };
  return {
    paired: () => read(PAIRED, v.nullable(PairedSchema), null),
    keepPaired: (paired: Paired | null) => store.keepAbout(PAIRED, paired),
    handed: (which: 'entries' | 'files') =>
      read(`hub-handed-${which}`, HandedSchema, { hub: '', store: '', cursor: 0 }),
    keepHanded: (which: 'entries' | 'files', handed: Handed) =>
      store.keepAbout(`hub-handed-${which}`, handed),
    async pulled(workshop: string, hub: string): Promise<number> {
      const kept = await read(pulledKey(workshop), PulledSchema, { hub: '', cursor: 0 });
      return kept.hub === hub ? kept.cursor : 0;
    },
    keepPulled: (workshop: string, hub: string, cursor: number) =>
      store.keepAbout(pulledKey(workshop), { hub, cursor }),
    wanted: () => read(WANTED, WantedSchema, []),
    keepWanted: (wanted: Wanted) => store.keepAbout(WANTED, wanted),
    told: () => read(TOLD, ToldSchema, nothingToTell),
    keepTold: (told: TellLeader) => store.keepAbout(TOLD, told),
  };
}
export type Memory = ReturnType<typeof memoryOf>;

const WANTED = 'hub-wanted';
const TOLD = 'hub-told';
