import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Says which package-lock.json the installed packages came from. */
export const STAMP_INSTALLED = join(root, 'node_modules', '.cache', 'installed-lock');
/** Says when the last build that succeeded began. */
export const STAMP_BUILT = join(root, 'node_modules', '.cache', 'built-at');
