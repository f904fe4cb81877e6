import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type * as v from 'valibot';
import { officeWorkshops, searchWords, type Filter, type Found } from '#wire/office.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Pages } from '#ui/Pages.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Write } from '#ui/Write.tsx';
import { partIn } from '../../reports/wanted-part.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { lineOf, titleOf } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked } from '../useAsked.ts';
import { say } from '../words.ts';
import { FilterCard } from '../workshops/FilterCard.tsx';
import { noFilter, useFilter } from '../workshops/useFilter.ts';

/** So many workshops a page: the first of what was found stands beneath each. */
const MOST = 10;

type Group = v.InferOutput<typeof searchWords.reply>['groups'][number];

/** Everything that was said in every workshop, to search. What is looked for stands in no address and no log. */
export function Search() {
  const [written, setWritten] = useState('');
  const [asked, setAsked] = useState('');
  const { filter, written: shown, change, clear, any } = useFilter();
  const said = useSaid();
  const choices = useAsked(officeWorkshops, { body: { filter: noFilter, after: 0, most: 1 } });
  const look = (): void => setAsked(written.trim());
  return (
    <OfficeFrame title={say('search')} help={[say('helpSearch'), say('helpSearchHidden')]}>
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('searchTitle'))}</h1>
          <form
            className="look-for"
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              look();
            }}
          >
            <Write
              label={say('searchFor')}
              hint={say('searchHint')}
              value={written}
              max={200}
              onChange={setWritten}
            />
            <Button phrase={say('look')} mark="search" weight="go" off={!written.trim()} onPress={look} />
          </form>
          {asked ? (
            <Results key={asked + JSON.stringify(filter)} words={asked} filter={filter} />
          ) : (
            <div className="empty">
              <p>{said(say('searchEmpty'))}</p>
              <p className="quiet">{said(say('helpSearchHidden'))}</p>
            </div>
          )}
        </section>
        <aside className="desk-side">
          <FilterCard
            filter={shown}
            choices={choices.reply}
            any={any}
            withoutWords
            onChange={change}
            onClear={clear}
          />
        </aside>
      </div>
    </OfficeFrame>
  );
}

function Results({ words, filter }: { words: string; filter: Filter }) {
  const [page, setPage] = useState(0);
  const said = useSaid();
  const { reply, last, problem, again } = useAsked(
    searchWords,
    { body: { words, filter, after: page * MOST, most: MOST } },
    ({ behind }) => behind > 0,
  );
  const total = last?.total ?? 0;
  const sentence = last ? said(say(total > 0 ? 'found' : 'foundNone', { count: total, words })) : '';
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  return (
    <>
      <Trouble problem={problem} again={() => void again()} />
      {last && <h2>{sentence}</h2>}
      {last && total === 0 && <p className="quiet">{said(say('foundNoneHint'))}</p>}
      {reply && reply.behind > 0 && <p className="quiet">{said(say('behind'))}</p>}
      {last?.groups.map((group) => (
        <FoundIn key={group.listed.workshop} group={group} />
      ))}
      <Pages
        page={page}
        pages={Math.ceil((last?.workshops ?? 0) / MOST)}
        onPage={(to) => {
          setPage(to);
          window.scrollTo(0, 0);
        }}
      />
    </>
  );
}

function FoundIn({ group: { listed, found, total } }: { group: Group }) {
  const said = useSaid();
  return (
    <section className="card stack">
      <div>
        <h3>{said(titleOf(listed))}</h3>
        <p className="quiet">{said(lineOf(listed))}</p>
      </div>
      <ul className="stack">
        {found.map((one, place) => (
          <FoundRow key={`${one.entry} ${place}`} workshop={listed.workshop} found={one} />
        ))}
      </ul>
      {total > found.length && (
        <p className="quiet">{said(say('foundMore', { count: total - found.length }))}</p>
      )}
    </section>
  );
}

function FoundRow({ workshop, found }: { workshop: string; found: Found }) {
  const navigate = useNavigate();
  const said = useSaid();
  const { activity, heading, pieces, as, hidden } = found;
  const screen = as === 'follow' ? 'follow' : `report${activity ? `#${partIn(activity)}` : ''}`;
  const stoodIn = [said(say(`as-${as}`)), said(heading), hidden ? said(say('takenOff')) : ''];
  return (
    <li>
      <button
        type="button"
        className="workshop found"
        onClick={() => void navigate(`/workshop/${workshop}/${screen}`)}
      >
        <Picture symbol={heading.symbol || say(`as-${as}`).symbol} />
        <span>
          <span className="found-words">
            {pieces.map(({ text, hit }, place) =>
              hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
            )}
          </span>
          <span className="quiet">{stoodIn.filter(Boolean).join(' · ')}</span>
        </span>
        <Mark name="next" />
      </button>
    </li>
  );
}
