import { hash } from 'node:crypto';
import type { Queries } from '../database/database.ts';
import type { Who } from '../server/who.ts';

/** What is kept of a secret: whoever reads the database cannot use it. Secrets are random, so no salt is needed. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** The tablet that has this token. */
export async function tabletOf(queries: Queries, token: string): Promise<Who> {
  const [row] = await queries.all('SELECT id, name, revoked FROM tablet WHERE token = ?', [
    hashOfSecret(token),
  ]);
  if (!row) return { kind: 'nobody' };
  return { kind: 'tablet', id: String(row.id), name: String(row.name), revoked: row.revoked === 1 };
}
