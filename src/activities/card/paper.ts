import type { PaperPiece } from '#workshop/paper.ts';
import type { Setup } from './model.ts';

/** A card on paper is something to read and keep. */
export function paper({ rows }: Setup): PaperPiece[] {
  return rows.map(({ phrase }) => ({ type: 'read', phrase }));
}
