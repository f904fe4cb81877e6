import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Wrong tries so far, and seconds still to wait. Seconds count only while the app is open. */
export const TriesSchema = v.object({ wrong: count, wait: count });
export type Tries = v.InferOutput<typeof TriesSchema>;

export const noTries: Tries = { wrong: 0, wait: 0 };

/** Tries that cost no wait. */
const FREE = 5;
const FIRST_WAIT = 30;
const LONGEST_WAIT = 3600;

/** After one more wrong try: from the fifth on there is a wait, and each is twice as long as the last. */
export function afterWrong({ wrong }: Tries): Tries {
  const now = wrong + 1;
  const wait = now < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(20, now - FREE));
  return { wrong: now, wait };
}

/** A second has passed with the app open. */
export function aSecondLater(tries: Tries): Tries {
  return { ...tries, wait: Math.max(0, tries.wait - 1) };
}

/** The PIN is right, or the recovery code is. Both are checked at every try, so that time tells nothing. */
export async function isRight(
  code: string,
  kept: { pin: string; recovery: string },
  verify: (password: string, hashed: string) => Promise<boolean>,
): Promise<boolean> {
  if (code === '') return false;
  const pin = await verify(code, kept.pin);
  const recovery = await verify(code, kept.recovery);
  return pin || recovery;
}
