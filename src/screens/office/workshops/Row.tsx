import type { Listed } from '#wire/office.ts';
import { Mark } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { aboutOf, handedOf, lineOf, titleOf } from '../said-of.ts';

type Props = {
  listed: Listed;
  /** While workshops are chosen to be added up: is this one of them? */
  chosen?: boolean | undefined;
  onPress(): void;
};

/** One workshop in the list: what it is, what it is about, and whether everything has come in. */
export function Row({ listed, chosen, onPress }: Props) {
  const said = useSaid();
  const title = titleOf(listed);
  const handed = handedOf(listed);
  return (
    <li>
      <button
        type="button"
        className={`workshop ${chosen ? 'is-chosen' : ''}`}
        aria-pressed={chosen}
        onClick={onPress}
      >
        <Picture symbol={title.symbol} />
        <span>
          <strong>{said(title)}</strong>
          <span className="quiet">{said(lineOf(listed))}</span>
          {aboutOf(listed).map((row) => (
            <span key={row.plain} className="quiet">
              {said(row)}
            </span>
          ))}
          {handed && (
            <span className="handed">
              <Mark name={listed.waiting > 0 || listed.missing > 0 ? 'tablet' : 'tick'} />
              {said(handed)}
            </span>
          )}
        </span>
        <Mark name={chosen ? 'tick' : chosen === false ? 'plus' : 'next'} />
      </button>
    </li>
  );
}
