export type Why =
  | 'full'
  | 'readOnly'
  | 'away'
  | 'busy'
  | 'refused'
  | 'damaged'
  | 'newer'
  | 'old'
  | 'disk'
  | 'other';

const sentences: Record<Why, string> = {
  full: "The hub's disk is full, so nothing can be kept. Make room on it, and the hub goes on by itself.",
  readOnly:
    'The hub may only read its database, so nothing can be kept. Allow it to write there, and it goes on by itself.',
  away: 'The hub cannot reach its database. Look whether it is running; the hub goes on by itself once it is.',
  busy: 'Another program holds the database of the hub. Try again in a moment.',
  refused: 'The database does not let the hub in. Look at the name and password in DATABASE_URL.',
  damaged:
    'The database of the hub is damaged. Stop the hub, keep a copy of the file, and restore the last backup.',
  newer:
    'A newer version of the hub made this database. Start that version, or restore a backup from before it.',
  old: 'The hub needs PostgreSQL 15 or newer. Use a newer server in DATABASE_URL.',
  disk: "The hub's disk does not answer as it should, so nothing can be kept. Look at the disk before going on.",
  other: 'The database of the hub refused this. The log of the hub says more.',
};

/** The database cannot do it now. The message is a sentence for the person who looks after the hub. */
export class DatabaseTrouble extends Error {
  readonly why: Why;
  override readonly name = 'DatabaseTrouble';
  constructor(why: Why, cause?: unknown) {
    super(sentences[why], { cause });
    this.why = why;
  }
}

// The primary result codes of SQLite.
const sqliteWhy: Readonly<Record<number, Why>> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  10: 'disk',
  11: 'damaged',
  13: 'full',
  14: 'away',
  26: 'damaged',
};

/** What node:sqlite threw, as trouble. */
export function sqliteTrouble(error: unknown): DatabaseTrouble {
  if (error instanceof DatabaseTrouble) return error;
  const code = read(error, 'errcode');
  return new DatabaseTrouble((typeof code === 'number' && sqliteWhy[code & 255]) || 'other', error);
}

/** Was it the database that failed, or the code that used it? */
export const isFromSqlite = (error: unknown): boolean => read(error, 'code') === 'ERR_SQLITE_ERROR';

/** A wrong statement or a broken rule: of one transaction alone, and no sign of a fault of the disk. */
export const isMistake = (error: unknown): boolean => {
  const code = read(error, 'errcode');
  return typeof code === 'number' && [1, 19, 20, 25].includes(code & 255);
};

const postgresWhy: readonly [RegExp, Why][] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'readOnly'],
  [/^(28|3D)...$/, 'refused'],
  [/^(08...|57P0.|53300|53400|E[A-Z]+)$/, 'away'],
  [/^(55P03|40001|40P01|57014)$/, 'busy'],
  [/^(XX00[12]|58P01)$/, 'damaged'],
  [/^(58030)$/, 'disk'],
];

/** What the PostgreSQL client threw, as trouble. */
export function postgresTrouble(error: unknown): DatabaseTrouble {
  if (error instanceof DatabaseTrouble) return error;
  const code = read(error, 'code');
  const known = typeof code === 'string' ? postgresWhy.find(([pattern]) => pattern.test(code)) : undefined;
  return new DatabaseTrouble(known?.[1] ?? (code === undefined ? 'away' : 'other'), error);
}

/** The same transaction may go through when it is tried again. */
export const isWorthARepeat = (error: unknown): boolean =>
  ['40001', '40P01'].includes(String(read(error, 'code')));

function read(error: unknown, key: 'code' | 'errcode'): unknown {
  return typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined;
}
