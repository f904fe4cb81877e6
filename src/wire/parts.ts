import * as v from 'valibot';
import { IdSchema } from '#workshop/entry.ts';

/** How many of something. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A number as it stands in an address. */
export const numberInText = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

/** A route about one workshop. */
export const WorkshopParams = v.strictObject({ workshop: IdSchema });
