import { Drawing } from '#ui/Drawing.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Photograph } from '#ui/Photo.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { Sentence } from '#ui/SymbolSentence.tsx';
import { noteWords } from './row.ts';

/** What stands on a note: a picture, a drawing, a photo or the sign of a voice at the left, words at the right. */
export function NoteFace({ note }: { note: Parameters<typeof noteWords>[0] }) {
  const { symbols = [], text = '' } = note;
  if (!note.drawing && !note.photo && !note.voice && text === '' && symbols.length > 1) {
    return <Sentence symbols={symbols} />;
  }
  return (
    <>
      {note.drawing ? (
        <span className="picture">
          <Drawing strokes={note.drawing} />
        </span>
      ) : note.photo ? (
        <Photograph name={note.photo} />
      ) : note.voice ? (
        <span className="picture spoken">
          <Mark name="play" />
        </span>
      ) : (
        <Picture symbol={symbols[0] ?? ''} />
      )}
      <span className="note-words">
        <Said phrase={noteWords(note)} />
      </span>
    </>
  );
}
