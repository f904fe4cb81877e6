/** What can be handed to a statement. There are no booleans, as SQLite knows none: write 0 and 1. */
export type Value = string | number | null | Uint8Array;

export type Row = Readonly<Record<string, unknown>>;

/** Statements are written once for both databases, with `?` for each value. */
export interface Queries {
  all(text: string, values?: readonly Value[]): Promise<Row[]>;
}

/** What is told here is heard everywhere once the transaction is committed, and never if it is not. */
export interface Transaction extends Queries {
  /** Many new rows at once, by the quickest way that the database has. `into` is `table (column, column…)`. */
  insert(into: string, rows: readonly (readonly Value[])[]): Promise<void>;
  notify(text: string): Promise<void>;
}

/** The database as it stood at one moment, while others go on writing. */
export interface Snapshot extends Queries {
  /** Every row of a table, some at a time. */
  rows(table: string): AsyncIterable<Row[]>;
}

/** The one database of a hub. On PostgreSQL any number of hub processes share nothing but it. */
export interface Database extends Queries {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * All of `work` or nothing. Resolves after the commit has reached the disk. `work` may be called again when
   * the database asks for it, so what it does outside of the database must bear to be repeated.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Lets `work` read what stands there now, however long it takes. */
  snapshot<T>(work: (frozen: Snapshot) => Promise<T>): Promise<T>;
  /** Hears what any process tells; '' means that something may have been missed. Gives what ends it. */
  listen(heard: (text: string) => void): () => void;
  notify(text: string): Promise<void>;
  /** Rejects with a plain sentence while things cannot be kept. */
  health(): Promise<void>;
  /** After something was removed: overwrites what is left of it where the database can. Never rejects. */
  tidy(): Promise<void>;
  /** How many bytes the database takes up. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** `?, ?, ?` for so many values. */
export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
