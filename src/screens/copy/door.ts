/** One door, so that all of this comes as one file, and only when somebody saves or brings in a copy. */
export { bringRead, openLocked, readIn, type Asked } from './bring-in.ts';
export { BringInDialog } from './BringInDialog.tsx';
export { CopyDialog } from './CopyDialog.tsx';
export { saveAgain } from './save.ts';
