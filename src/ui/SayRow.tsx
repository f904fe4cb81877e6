import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { useAttachmentUrl } from './attachments.ts';
import { Drawing } from './Drawing.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';
import { Sentence } from './SymbolSentence.tsx';

/** A row as somebody said it: the drawing, photo or symbol left, the words right, a recording to listen to. */
export function SayRow({ row, children }: { row: Row; children?: ReactNode }) {
  const said = useSaid();
  if (!row.drawing && !row.photo && (row.symbols?.length ?? 0) > 1) {
    return <PicturesRow row={row}>{children}</PicturesRow>;
  }
  const pictured = row.drawing || row.photo || row.phrase.symbol;
  return (
    <div className={`say ${pictured ? '' : 'no-picture'}`}>
      {row.drawing ? (
        <span className="picture framed">
          <Drawing strokes={row.drawing} />
        </span>
      ) : row.photo ? (
        <Photo name={row.photo} />
      ) : (
        <Picture symbol={row.phrase.symbol} />
      )}
      <div>
        <p>{said(row.phrase)}</p>
        {row.answer && <Answer phrase={row.answer} />}
        {row.quiet && <p className="quiet">{said(row.quiet)}</p>}
        {row.voice && <Recording name={row.voice} label={said(row.phrase)} />}
        {children}
      </div>
    </div>
  );
}

/** Said with several pictures: all of them stand there, each with its word, and these are the words of the row. */
function PicturesRow({ row, children }: { row: Row; children?: ReactNode }) {
  const said = useSaid();
  return (
    <div className="say no-picture">
      <div>
        <p>
          <Sentence symbols={row.symbols ?? []} />
        </p>
        {row.answer && <Answer phrase={row.answer} />}
        {row.quiet && <p className="quiet">{said(row.quiet)}</p>}
        {children}
      </div>
    </div>
  );
}

/** What was said of a row: whoever does not read it sees it. */
function Answer({ phrase }: { phrase: Phrase }) {
  const said = useSaid();
  return (
    <p className="said-of-it">
      <Picture symbol={phrase.symbol} />
      <span>{said(phrase)}</span>
    </p>
  );
}

function Photo({ name }: { name: string }) {
  const url = useAttachmentUrl(name);
  return <span className="picture framed">{url && <img src={url} alt="" />}</span>;
}

function Recording({ name, label }: { name: string; label: string }) {
  const url = useAttachmentUrl(name);
  // A person's own recording has no captions; a helper can write it down in a note beside it.
  return url ? <audio controls src={url} aria-label={label} /> : null;
}
