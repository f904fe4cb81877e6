import { useNavigate } from 'react-router';
import { seriesOf, sessionsOf } from '#workshop/series.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { dayInWords } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { addressOf, titleOf } from '../home/rows.ts';
import { useWorkshopList } from '../workshops.ts';
import { say } from './words.ts';

/** The series that a workshop is a session of, with the other sessions that are on this tablet. */
export function SeriesCard({ id, replay }: { id: string; replay: Replay }) {
  const said = useSaid();
  const navigate = useNavigate();
  const list = useWorkshopList();
  const member = seriesOf(replay.workshop);
  const all = list === 'opening' ? [] : list.map((one) => ({ ...one, workshop: one.replay.workshop }));
  const sessions = member ? sessionsOf(member.series, all) : [];
  const brought = Object.keys(replay.workshop.follow.carried).length > 0;
  return (
    <section className="card stack">
      <h2>{said(say('series'))}</h2>
      {member ? <p>{member.name}</p> : <p className="quiet">{said(say('noSeries'))}</p>}
      {sessions.length > 0 && (
        <ol className="stack sessions">
          {sessions.map((one) => {
            const day = dayInWords(aboutOf(one.workshop).date) || said(say('noDay'));
            const title = titleOf(one.replay);
            return (
              <li key={one.id}>
                {one.id === id ? (
                  <p>
                    <strong>{said(title)}</strong>
                    <br />
                    <span className="quiet">
                      {day}. {said(say('sessionNow'))}
                    </span>
                  </p>
                ) : (
                  <Button
                    phrase={{ plain: `${day}: ${said(title)}`, easy: `${day}: ${said(title)}`, symbol: '' }}
                    mark="next"
                    className="wide"
                    onPress={() => void navigate(addressOf(one))}
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {brought && (
        <Button
          phrase={say('lastTime')}
          mark="undo"
          onPress={() => void navigate(`/workshop/${id}/last-time`)}
        />
      )}
      <Button phrase={say('makeNext')} mark="plus" onPress={() => void navigate(`/workshop/${id}/next`)} />
    </section>
  );
}
