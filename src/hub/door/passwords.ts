import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { refusals } from '../server/refusal.ts';

/** What hashing costs: kept with each hash, so that it can be raised without locking anybody out. */
const COST = { memory: 65_536, passes: 3, parallelism: 1 };
const LENGTH = 32;
/** Each hash takes 64 MiB and a tenth of a second or more: so many at a time, so many may wait. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

type Cost = typeof COST;

/** What is kept of a password: argon2id in the usual notation, with its cost and salt. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`;
}

/**
 * Is it the password? Without a kept hash (nobody has this name) the work is done all the same, so that the time
 * it takes says nothing.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const { salt, hash, ...cost } = (kept !== null && read(kept)) || nobody;
  const found = await derive(password, salt, cost);
  return timingSafeEqual(found, hash) && kept !== null;
}

/** Was it hashed with another cost than passwords are today? */
export const isDated = (kept: string): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`);

const nobody = { ...COST, salt: randomBytes(16), hash: randomBytes(LENGTH) };

function read(kept: string): (Cost & { salt: Buffer; hash: Buffer }) | undefined {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept) ?? [];
  const bytes = Buffer.from(hash, 'base64');
  if (bytes.length !== LENGTH) return undefined;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: bytes,
  };
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw refusals.busy(2);
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await new Promise((resolve, reject) => {
      // One way to write a letter: keyboards differ in how they make an é.
      const message = password.normalize('NFKC');
      argon2('argon2id', { message, nonce, tagLength: LENGTH, ...cost }, (error, hash) =>
        error ? reject(error) : resolve(hash),
      );
    });
  } finally {
    // Whoever waits longest takes over this place.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
