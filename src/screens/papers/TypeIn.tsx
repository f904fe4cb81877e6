import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda, noPapers } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { openActivity, type Opened } from '../activity.ts';
import { toLeading } from '../at-office.ts';
import { naming } from '../joined.ts';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sheetOf } from './AnswerSheet.tsx';
import { TypePile } from './TypePile.tsx';
import { say } from './words.ts';

/** A helper types in what came on paper: first which sheet, then how many, then paper by paper. */
export function TypeIn() {
  const { activity = '' } = useParams();
  return (
    <WithWorkshop>
      {(id, replay) => {
        const opened = openActivity(replay, activity);
        return opened && canBeAnswered(opened) ? (
          <OneSheet key={activity} id={id} replay={replay} opened={opened} />
        ) : (
          <ChooseSheet id={id} replay={replay} />
        );
      }}
    </WithWorkshop>
  );
}

function canBeAnswered({ kind, setup }: Opened): boolean {
  return kind.turn !== undefined && kind.round(setup) !== 'none';
}

/** A sealed box that was opened takes no more answers until there is another round. */
function isClosed({ workshop }: Replay, { kind, setup, activity }: Opened): boolean {
  return kind.round(setup) === 'sealed' && workshop.shown.includes(activity.id);
}

function ChooseSheet({ id, replay }: { id: string; replay: Replay }) {
  const navigate = useNavigate();
  const said = useSaid();
  const sheets = agenda(replay.workshop)
    .flatMap((activity) => openActivity(replay, activity.id) ?? [])
    .filter(canBeAnswered);
  const now = replay.workshop.now;
  return (
    <Frame
      title={say('typeIn')}
      where={<strong>{said(aboutOf(replay.workshop).title)}</strong>}
      help={[say('typeInHint'), say('howManyHint')]}
      onStop={() => void navigate('/')}
      done={
        <Button
          phrase={toLeading(say('toLead'))}
          mark="back"
          onPress={() => void navigate(`/workshop/${id}/lead`)}
        />
      }
    >
      <Say phrase={say('typeIn')} level={1} hint={say('typeInHint')} />
      {sheets.length === 0 && <p className="card">{said(say('nothingToType'))}</p>}
      <ul className="stack sheet-list">
        {sheets.map(({ activity, kind, setup, round }) => {
          const { number } = sheetOf(replay, activity.id);
          const { count } = replay.workshop.papers[round] ?? noPapers;
          return (
            <li key={activity.id}>
              <Button
                phrase={{
                  ...naming((what) => say('sheetName', { number, activity: what }), kind.heading(setup)),
                  symbol: kind.symbol,
                }}
                picture
                weight={activity.id === now ? 'edge' : 'quiet'}
                onPress={() => void navigate(`/workshop/${id}/type-in/${activity.id}`)}
              />
              {count > 0 && <p className="quiet">{said(say('typedSoFar', { count }))}</p>}
            </li>
          );
        })}
      </ul>
    </Frame>
  );
}

const MOST = 500;

function OneSheet({ id, replay, opened }: { id: string; replay: Replay; opened: Opened }) {
  const { here, turns } = opened.room;
  const [pile, setPile] = useState(Math.max(1, here - turns.taken - turns.passed));
  const [typing, setTyping] = useState(false);
  const navigate = useNavigate();
  const said = useSaid();
  const heading = opened.kind.heading(opened.setup);
  const other = (): void => void navigate(`/workshop/${id}/type-in`);
  if (typing)
    return (
      <TypePile workshop={id} replay={replay} opened={opened} pile={pile} onPile={setPile} onStop={other} />
    );
  const closed = isClosed(replay, opened);
  return (
    <Frame
      title={say('howMany')}
      where={<strong>{said(heading)}</strong>}
      help={[say('howManyHint'), say('asOnPaper')]}
      onStop={other}
      done={
        <>
          <Button phrase={say('otherSheet')} mark="back" onPress={other} />
          <Button
            phrase={say('startTyping')}
            markAfter="next"
            weight="go"
            off={closed}
            onPress={() => setTyping(true)}
          />
        </>
      }
    >
      <Say phrase={heading} level={1} hint={closed ? say('closedAlready') : undefined} />
      {!closed && (
        <section className="card stack">
          <Say phrase={say('howMany')} level={2} hint={say('howManyHint')} />
          <Write
            label={say('papersField')}
            type="number"
            value={String(pile)}
            onChange={(typed) => setPile(Math.min(MOST, Math.max(1, Math.floor(Number(typed)) || 1)))}
          />
        </section>
      )}
    </Frame>
  );
}
