import { addToBox, dropBoxes, listBoxes, readBox, takeFromBox, type Sealed } from './boxes.ts';
import type { Answer } from './box.ts';
import { forgetDraftFile, readDraftText, writeDraft } from './draft-file.ts';
import { wipe, type Files } from './files.ts';

/** What the page may ask of the worker that alone can rewrite files in place. */
export type Request =
  | { ask: 'try' }
  | { ask: 'add'; sealed: Sealed; answers: Answer[] }
  | { ask: 'read'; sealed: Sealed }
  | { ask: 'take'; sealed: Sealed; ids: string[] }
  | { ask: 'list' }
  | { ask: 'drop'; workshop: string }
  | { ask: 'write-draft'; text: string }
  | { ask: 'read-draft' }
  | { ask: 'forget-draft' };

const DRAFT = 'draft';

/** Does what was asked. Never two at a time on the same files: the caller sees to that. */
export async function answer(files: Files, request: Request): Promise<unknown> {
  switch (request.ask) {
    case 'try':
      await files.use('try', wipe);
      return files.remove('try');
    case 'add':
      return addToBox(files, request.sealed, request.answers);
    case 'read':
      return readBox(files, request.sealed);
    case 'take':
      return takeFromBox(files, request.sealed, request.ids);
    case 'list':
      return listBoxes(files);
    case 'drop':
      return dropBoxes(files, request.workshop);
    case 'write-draft':
      return files.use(DRAFT, (handle) => writeDraft(handle, request.text));
    case 'read-draft':
      return files.use(DRAFT, readDraftText);
    case 'forget-draft':
      return files.use(DRAFT, forgetDraftFile);
  }
}
