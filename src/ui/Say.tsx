import type { ReactNode } from 'react';
import { useWays } from '#access/ways.ts';
import { useLanguage } from '#words/language.ts';
import { languageOf } from '#words/words.ts';
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
  const lang = useForeign(phrase);
  const Tag = level === 'p' ? 'p' : (`h${level}` as const);
  return (
    <div className={`say ${phrase.symbol ? '' : 'no-picture'}`}>
      <Picture symbol={phrase.symbol} />
      <div>
        <Tag id={id} lang={lang}>
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
  const said = useSaid()(phrase);
  const lang = useForeign(phrase);
  return lang ? <span lang={lang}>{said}</span> : <>{said}</>;
}

/**
 * The language of a phrase, where the page is in another one. What a facilitator wrote is taken to be in the language
 * of the tablet, whatever the person reads whose turn it is.
 */
function useForeign(phrase: Phrase): string | undefined {
  const now = useLanguage();
  const tablets = useWays(({ tablet }) => tablet.language);
  const own = languageOf(phrase, now) ?? tablets;
  return own === now ? undefined : own;
}
