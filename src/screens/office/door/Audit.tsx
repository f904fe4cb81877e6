import { useState } from 'react';
import { deeds, readAudit, type Deed, type Line } from '#wire/audit.ts';
import { officeTitles } from '#wire/office.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { Choose } from '../Choose.tsx';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { OfficeLink } from '../OfficeLink.tsx';
import { momentInWords, titleOf } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked } from '../useAsked.ts';
import { say } from './words.ts';

const MOST = 50;

/** Who did what, newest first, for organisers. Nothing here can be changed. */
export function Audit() {
  const [what, setWhat] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [most, setMost] = useState(MOST);
  const said = useSaid();
  const filter = { ...(what && { what }), ...(from && { from }), ...(to && { to }) };
  const { last, reply, problem, again } = useAsked(readAudit, { query: { ...filter, most: String(most) } });
  const { lines, more } = reply ?? last ?? { lines: [], more: false };
  const titles = useTitles(lines);
  return (
    <OfficeFrame title={say('audit')} help={[say('auditHint'), say('helpAudit')]}>
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('audit'))}</h1>
          <Trouble problem={problem} again={() => void again()} />
          {reply && lines.length === 0 && <p className="empty">{said(say('auditNone'))}</p>}
          <ul className="audit card">
            {lines.map((line) => (
              <AuditLine key={line.number} line={line} title={titles.get(line.about)} />
            ))}
          </ul>
          {more && most < 500 && (
            <Button
              phrase={say('auditMore')}
              mark="down"
              onPress={() => setMost(Math.min(500, most + 2 * MOST))}
            />
          )}
        </section>
        <aside className="desk-side">
          <section className="card stack">
            <h2>{said(say('auditFind'))}</h2>
            <Choose
              label={say('auditWhat')}
              any={say('auditAny')}
              value={what}
              choices={deeds.map((deed) => ({ id: deed, words: said(say(`did-${deed}`)) }))}
              onChange={setWhat}
            />
            <Write label={say('auditFrom')} type="date" value={from} onChange={setFrom} />
            <Write label={say('auditTo')} type="date" value={to} onChange={setTo} />
          </section>
          <section className="card stack">
            <p>{said(say('auditTable'))}</p>
            <a
              className="button"
              href={`/v1/audit.csv?${new URLSearchParams(filter).toString()}`}
              download="audit.csv"
            >
              <Mark name="file" />
              <span>{said(say('auditSave'))}</span>
            </a>
          </section>
        </aside>
      </div>
    </OfficeFrame>
  );
}

/** What the workshops among these lines are called. The trail has only their ids: names are looked up while they last. */
function useTitles(lines: readonly Line[]): ReadonlyMap<string, Phrase> {
  const ids = new Set(lines.flatMap(({ about, aboutName }) => (about && !aboutName ? [about] : [])));
  const { last } = useAsked(officeTitles, { body: { workshops: [...ids] } });
  return new Map(last?.workshops.map((one) => [one.workshop, titleOf(one)]));
}

function AuditLine({ line, title }: { line: Line; title: Phrase | undefined }) {
  const said = useSaid();
  const { at, who, what, about, aboutName } = line;
  const known = deeds.find((deed): deed is Deed => deed === what);
  const doer = who.name || said(say(who.kind === 'hub' ? 'byHub' : 'byNobody'));
  // Somebody who did it to themselves is named once; of a workshop that was removed only its id is left.
  const named = title || about === who.id ? '' : aboutName || about.slice(0, 8);
  return (
    <li>
      <p>
        <strong>{known ? said(say(`did-${known}`)) : what}</strong>
        {named && <span>: {named}</span>}
      </p>
      {title && <OfficeLink to={`/workshop/${about}`} phrase={title} mark="search" />}
      <p className="quiet small">
        {momentInWords(at)}, {doer}
      </p>
    </li>
  );
}
