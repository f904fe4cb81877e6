import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';
import { Words } from './hard-words/Words.tsx';

type Props = {
  phrase: Phrase;
  level?: 1 | 2 | 3 | 'p';
  hint?: Phrase | undefined;
  /** The hint says what this person answered: nothing reads it aloud unless they ask. */
  own?: boolean;
  id?: string;
  children?: ReactNode;
};

/** One idea: picture left, words right. `level` is its heading level, or 'p'. */
export function Say({ phrase, level = 'p', hint, own, id, children }: Props) {
  const said = useSaid();
  const Tag = level === 'p' ? 'p' : (`h${level}` as const);
  return (
    <div className={`say ${phrase.symbol ? '' : 'no-picture'}`}>
      <Picture symbol={phrase.symbol} />
      <div>
        <Tag id={id}>
          <Words text={said(phrase)} />
        </Tag>
        {hint && (
          <p className="hint" data-own={own || undefined}>
            <Words text={said(hint)} />
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

/** The words of a phrase alone, where its picture stands elsewhere. */
export function Said({ phrase }: { phrase: Phrase }) {
  return <>{useSaid()(phrase)}</>;
}
