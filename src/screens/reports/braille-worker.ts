// oxlint-disable-next-line import/default -- the address is made by Vite
import path from '#report/braille/braille.worker.ts?worker&url';

/** Where the worker stands that makes braille. */
export const brailleWorker: string = path;
