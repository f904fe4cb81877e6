import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { marks, type Row, type Value } from './database.ts';

/** More than a report or a backup ever holds it. */
const BUSY_MS = 5000;
const MOST_STATEMENTS = 300;

export type Connection = {
  all(text: string, values?: readonly Value[]): Row[];
  insert(into: string, rows: readonly (readonly Value[])[]): void;
  close(): void;
};

/** Opens the file, with its statements prepared once each. */
export function connect(path: string, settings: string): Connection {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  const statements = new Map<string, StatementSync>();
  database.exec(settings);
  const prepared = (text: string): StatementSync => {
    let statement = statements.get(text);
    if (!statement) {
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statement = database.prepare(text);
      statements.set(text, statement);
    }
    return statement;
  };
  return {
    all: (text, values = []) => prepared(text).all(...values),
    insert(into, rows) {
      const [first] = rows;
      if (!first) return;
      // Row by row by one statement is quicker here than many rows in one.
      const statement = prepared(`INSERT INTO ${into} VALUES (${marks(first.length)})`);
      for (const row of rows) statement.run(...row);
    },
    close: () => database.close(),
  };
}
