import { newId } from '#workshop/entry.ts';
import * as v from 'valibot';
import type { Queries } from '../database/database.ts';

const AboutSchema = v.object({ epoch: v.string(), name: v.string(), kept: v.number() });

/** Which database this is, what the office calls it, and the number that was given last. */
export async function aboutHub(queries: Queries): Promise<v.InferOutput<typeof AboutSchema>> {
  const [row] = await queries.all('SELECT epoch, name, kept FROM hub WHERE one = 1');
  return v.parse(AboutSchema, row);
}

/** A new epoch, after which every tablet compares what it has with what is here and hands in the rest. */
export async function beginEpoch(queries: Queries): Promise<string> {
  const epoch = newId();
  await queries.all('UPDATE hub SET epoch = ? WHERE one = 1', [epoch]);
  return epoch;
}
