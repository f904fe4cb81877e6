const MB = 1024 * 1024;

/** What a pack may be, so that bringing one in never fills a tablet. */
export const MOST_FILES = 10_000;
export const LARGEST_FILE = 5 * MB;
export const LARGEST_PACK = 200 * MB;
