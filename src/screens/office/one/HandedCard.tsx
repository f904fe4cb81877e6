import type * as v from 'valibot';
import type { Handed, officeWorkshop } from '#wire/office.ts';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
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
        <table className="handed-table">
          <caption className="seen-by-readers">{said(say('whoHanded'))}</caption>
          <thead>
            <tr>
              <th scope="col">{said(say('fromWhom'))}</th>
              <th scope="col">{said(say('howMuch'))}</th>
              <th scope="col">{said(say('lastTime'))}</th>
            </tr>
          </thead>
          <tbody>
            {handed.map((one) => (
              <HandedRow key={one.tablet} handed={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function HandedRow({ handed }: { handed: Handed }) {
  const said = useSaid();
  const { name, entries, last, unsent, revoked } = handed;
  return (
    <tr>
      <th scope="row">
        {name || said(say('atOffice'))}
        {revoked && <span className="quiet small">{said(say('isRevoked'))}</span>}
        {!revoked && unsent !== null && unsent > 0 && (
          <span className="quiet small">{said(say('unsent', { count: unsent }))}</span>
        )}
      </th>
      <td>{entries}</td>
      <td>{last ? momentInWords(last) : ''}</td>
    </tr>
  );
}

function whatItMeans({ listed: { waiting, missing, state }, handed }: Known) {
  const tablets = handed.filter(({ revoked, unsent }) => !revoked && (unsent ?? 0) > 0).length;
  if (waiting > 0) return say('waitFor', { count: tablets });
  if (missing > 0) return say('missing', { count: missing });
  if (handed.length === 0) return say('nothingYet');
  return say(state === 'finished' ? 'allIn' : 'allInSoFar');
}
