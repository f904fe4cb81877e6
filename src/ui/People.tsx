import type { CSSProperties } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Picture } from './Picture.tsx';
import { said as words, useSaid } from './said.ts';
import { say } from './words.ts';

/** Above this, one figure stands for ten people, and the page says so. */
const ONE_EACH = 24;

type PeopleProps = { had: number; passed?: number; of: number };

/** Little people: filled had a turn (or chose this), pale passed, dashed not yet. */
export function People({ had, passed = 0, of }: PeopleProps) {
  const said = useSaid();
  const all = Math.max(of, had + passed);
  const scale = all > ONE_EACH ? 10 : 1;
  const figures = (count: number, look: string) =>
    Array.from({ length: Math.ceil(count / scale) }, (_, i) => <Figure key={`${look}${i}`} look={look} />);
  const label = words(say('peopleOf', { n: had, count: all }), 'plain');
  return (
    <>
      <div className="people" role="img" aria-label={label}>
        {figures(had, '')}
        {figures(passed, 'passed')}
        {figures(Math.max(0, all - had - passed), 'yet')}
      </div>
      {scale > 1 && <p className="quiet small">{said(say('tens'))}</p>}
    </>
  );
}

/** `cut` stands it at the left of its place, so that what is cut off a part of ten is its right. */
function Figure({ look, cut = false }: { look: string; cut?: boolean }) {
  const align = cut ? 'xMinYMid' : 'xMidYMid';
  return (
    <svg className={`person ${look}`} viewBox="0 0 24 40" preserveAspectRatio={align} aria-hidden="true">
      <circle cx="12" cy="9" r="7" />
      <path d="M2 38V28a10 10 0 0 1 20 0v10z" />
    </svg>
  );
}

type BarsProps = { rows: readonly { phrase: Phrase; count: number }[] };

/** Bars of little people, one person one place; the number stands beside each as words. */
export function Bars({ rows }: BarsProps) {
  const said = useSaid();
  const most = Math.max(1, ...rows.map((row) => row.count));
  const scale = most > ONE_EACH ? 10 : 1;
  const size = { '--places': Math.ceil(most / scale), '--rows': rows.length };
  return (
    <div className="bars-with-key">
      <ul className="bars" style={size as CSSProperties}>
        {rows.map((row, index) => (
          <li className="bar-row" key={index}>
            <Picture symbol={row.phrase.symbol} framed />
            <span className="bar-words">{said(row.phrase)}</span>
            <div className="bar">
              {row.count > 0 && <Fill places={row.count / scale} tens={scale > 1} />}
              <span className="count">{said(say('people', { count: row.count }))}</span>
            </div>
          </li>
        ))}
      </ul>
      {scale > 1 && <p className="quiet small">{said(say('tens'))}</p>}
    </div>
  );
}

/** The bar itself: as long as it counts, also where its last figure stands for fewer than ten. */
function Fill({ places, tens }: { places: number; tens: boolean }) {
  return (
    <div className="fill" aria-hidden="true" style={{ '--n': places } as CSSProperties}>
      {Array.from({ length: Math.ceil(places) }, (_, i) => (
        <Figure key={i} look="" cut={tens} />
      ))}
    </div>
  );
}
