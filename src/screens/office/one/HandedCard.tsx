import type * as v from 'valibot';
import type { Handed, officeWorkshop } from '#wire/office.ts';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { joined } from '../../joined.ts';
import { momentInWords } from '../said-of.ts';
import { say } from '../words.ts';

export type Known = v.InferOutput<typeof officeWorkshop.reply>;

/** What the office has of a workshop, and which tablet handed in what of it. */
export function HandedCard({ known }: { known: Known }) {
  const said = useSaid();
  const { listed, handed, behind } = known;
  const { entries, missing, waiting, unread } = listed;
  return (
    <section className="card stack handed-card">
      <h2>{said(say('cameIn'))}</h2>
      <div className="counts">
        <div>
          <Mark name="office" />
          <span>{said(say('inOffice'))}</span>
          <b>{entries}</b>
        </div>
        {waiting > 0 && (
          <div>
            <Mark name="tablet" />
            <span>{said(say('stillOnTablets'))}</span>
            <b>{waiting}</b>
          </div>
        )}
      </div>
      <p>{said(whatItMeans(known))}</p>
      {missing > 0 && waiting === 0 && <p>{said(say('missingHint'))}</p>}
      {unread > 0 && <p>{said(say('unread', { count: unread }))}</p>}
      {behind > 0 && <p className="quiet">{said(say('behind'))}</p>}
      {handed.length > 0 && (
        <ul className="handed-list" aria-label={said(say('whoHanded'))}>
          {handed.map((one) => (
            <HandedRow key={one.tablet} handed={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HandedRow({ handed }: { handed: Handed }) {
  const said = useSaid();
  const { name, entries, last, unsent, revoked } = handed;
  const seen = last ? [say('seen', { when: momentInWords(last) })] : [];
  return (
    <li>
      <strong>{name || said(say('atOffice'))}</strong>
      <p>{said(joined(say('handedIn', { count: entries }), ...seen))}</p>
      {revoked && <p className="quiet">{said(say('isRevoked'))}</p>}
      {!revoked && unsent !== null && unsent > 0 && (
        <p className="handed">
          <Mark name="tablet" />
          {said(say('unsent', { count: unsent }))}
        </p>
      )}
    </li>
  );
}

function whatItMeans({ listed: { waiting, missing, state }, handed }: Known) {
  const tablets = handed.filter(({ revoked, unsent }) => !revoked && (unsent ?? 0) > 0).length;
  if (waiting > 0) return say('waitFor', { count: tablets });
  if (missing > 0) return say('missing', { count: missing });
  if (handed.length === 0) return say('nothingYet');
  return say(state === 'finished' ? 'allIn' : 'allInSoFar');
}
