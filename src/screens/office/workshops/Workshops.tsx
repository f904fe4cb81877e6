import { useState } from 'react';
import { useNavigate } from 'react-router';
import { officeWorkshops, type Listed } from '#wire/office.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Pages } from '#ui/Pages.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { BringIn } from '../../home/BringIn.tsx';
import { NewOne } from '../../NewOne.tsx';
import { whyOf } from '../../why.ts';
import { useMayWrite } from '../me.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { Trouble } from '../Trouble.tsx';
import { useAsked, useEvery } from '../useAsked.ts';
import { useSteady } from '../useSteady.ts';
import { say } from '../words.ts';
import { AboutCard } from './AboutCard.tsx';
import { FilterCard } from './FilterCard.tsx';
import { Row } from './Row.tsx';
import { useFilter } from './useFilter.ts';

const MOST = 20;

/** The workshops of all tablets: the first screen of the office. */
export function Workshops() {
  const { filter, written, change, clear, any } = useFilter();
  const [page, setPage] = useState(0);
  const [adding, setAdding] = useState<readonly string[] | null>(null);
  const [told, setTold] = useState<readonly Phrase[]>([]);
  const navigate = useNavigate();
  const said = useSaid();
  const mayWrite = useMayWrite();
  const body = { filter, after: page * MOST, most: MOST };
  const { reply, last, problem, again } = useAsked(officeWorkshops, { body }, isBehind);
  useEvery(again);
  const { rows, waiting, show } = useSteady(JSON.stringify(body), reply?.workshops, (one) => one.workshop);
  const total = last?.total ?? 0;
  const tell = (words: readonly Phrase[]): void => {
    setTold(words);
    announce(words.map(said).join(' '));
    void again();
  };

  return (
    <OfficeFrame
      title={say('workshops')}
      help={[say('helpList'), say('helpTogether')]}
      onStop={() => {
        tell([say('stopped')]);
        // Browsers close only some windows: what is so is said as well.
        if (window.opener !== null || window.history.length === 1) window.close();
      }}
      {...(adding ? { done: <Together chosen={adding} onStop={() => setAdding(null)} /> } : {})}
    >
      <div className="desk">
        <section className="stack desk-main">
          <h1>{said(say('workshops'))}</h1>
          <Trouble problem={problem} again={() => void again()} />
          {told.length > 0 && (
            <div className="card told">
              {told.map((row) => (
                <p key={row.plain}>{said(row)}</p>
              ))}
            </div>
          )}
          {adding && <p>{said(say('togetherHint'))}</p>}
          {total > 0 && <p className="quiet">{said(say('count', { count: total }))}</p>}
          {waiting && <Button phrase={say('changed')} mark="undo" onPress={show} />}
          {rows.length > 0 && (
            <ul className="stack workshops">
              {rows.map((one) => (
                <Row
                  key={one.workshop}
                  listed={one}
                  chosen={adding?.includes(one.workshop)}
                  onPress={() => {
                    if (adding) setAdding(toggled(adding, one));
                    else void navigate(`/workshop/${one.workshop}`);
                  }}
                />
              ))}
            </ul>
          )}
          {reply && total === 0 && <Empty any={any} mayWrite={mayWrite} onClear={clear} />}
          <Pages
            page={page}
            pages={Math.ceil(total / MOST)}
            onPage={(to) => {
              setPage(to);
              window.scrollTo(0, 0);
            }}
          />
          <div className="row desk-foot">
            {total > 1 && !adding && (
              <Button phrase={say('together')} mark="plus" onPress={() => setAdding([])} />
            )}
            {mayWrite && (
              <BringIn
                onTold={tell}
                onFailed={(error) => tell([say('failed', { why: whyOf(error, say('tryAgain').plain) })])}
              />
            )}
          </div>
        </section>
        <aside className="desk-side">
          {mayWrite && total > 0 && <NewOne phrase={say('new')} />}
          <FilterCard
            filter={written}
            choices={last}
            any={any}
            onChange={(next) => {
              setPage(0);
              change(next);
            }}
            onClear={clear}
          />
          <AboutCard />
        </aside>
      </div>
    </OfficeFrame>
  );
}

const isBehind = ({ behind }: { behind: number }): boolean => behind > 0;

const toggled = (chosen: readonly string[], { workshop }: Listed): string[] =>
  chosen.includes(workshop) ? chosen.filter((one) => one !== workshop) : [...chosen, workshop];

function Together({ chosen, onStop }: { chosen: readonly string[]; onStop(): void }) {
  const navigate = useNavigate();
  return (
    <>
      <Button phrase={say('togetherStop')} mark="back" onPress={onStop} />
      <Button
        phrase={say('togetherShow', { count: chosen.length })}
        mark="show"
        weight="go"
        className="push"
        off={chosen.length < 2}
        onPress={() => void navigate(`/combined?of=${chosen.join(',')}`)}
      />
    </>
  );
}

function Empty({ any, mayWrite, onClear }: { any: boolean; mayWrite: boolean; onClear(): void }) {
  const said = useSaid();
  return (
    <div className="empty">
      <p>{said(say(any ? 'noneLike' : 'noneYet'))}</p>
      <p className="quiet">{said(say(any ? 'noneLikeHint' : 'noneYetHint'))}</p>
      {any ? (
        <Button phrase={say('clear')} mark="undo" onPress={onClear} />
      ) : (
        mayWrite && <NewOne phrase={say('new')} />
      )}
    </div>
  );
}
