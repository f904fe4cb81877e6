import { useNavigate } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { phrase } from '#words/words.ts';
import { Button } from '#ui/Button.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf, openActivity } from '../activity.ts';
import { joined, naming } from '../joined.ts';
import { remarksOf, type Lack } from './remarks.ts';
import { say } from './words.ts';

type Props = {
  replay: Replay;
  workshop: string;
  id: string;
  place: number;
  of: number;
  onMove: (id: string, place: number) => void;
  onRemove: (id: string) => void;
};

/** The name in the page of the button that opens a part, for giving it the focus. */
export const partId = (id: string): string => `part-${id}`;

/** One part of the agenda: a tap writes it, the arrows move it, dragging it is an extra. */
export function AgendaRow({ replay, workshop, id, place, of, onMove, onRemove }: Props) {
  const navigate = useNavigate();
  const said = useSaid();
  const heading = headingOf(replay, id);
  const about = (key: 'upOf' | 'downOf' | 'removeOf'): string =>
    said(naming((what) => say(key, { what }), heading));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is an extra: the arrows do the same
    <li
      className="part"
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = event.dataTransfer.getData('text/plain');
        if (dropped !== id && dropped in replay.workshop.activities) onMove(dropped, place);
      }}
    >
      <span className="part-number" aria-hidden="true">
        {place + 1}
      </span>
      <button
        type="button"
        id={partId(id)}
        className="workshop part-open"
        onClick={() => void navigate(`/workshop/${workshop}/prepare/${id}`)}
      >
        <Picture symbol={heading.symbol} />
        <span>
          <strong>{said(heading)}</strong>
          <Line replay={replay} id={id} />
        </span>
      </button>
      <div className="part-moves">
        <Button
          phrase={say('up')}
          mark="up"
          className="upright"
          name={about('upOf')}
          off={place === 0}
          onPress={() => onMove(id, place - 1)}
        />
        <Button
          phrase={say('down')}
          mark="down"
          className="upright"
          name={about('downOf')}
          off={place === of - 1}
          onPress={() => onMove(id, place + 1)}
        />
        <Button
          phrase={say('remove')}
          mark="remove"
          className="upright"
          name={about('removeOf')}
          onPress={() => onRemove(id)}
        />
      </div>
    </li>
  );
}

const lacks: Lack[] = ['plain', 'easy', 'symbol', 'long'];

/** What kind of part it is, and what is still to be written. */
function Line({ replay, id }: { replay: Replay; id: string }) {
  const said = useSaid();
  const opened = openActivity(replay, id);
  if (!opened) return null;
  const remarks = remarksOf(opened.kind.phrases(opened.setup));
  const todo = lacks
    .map((lack) => ({ lack, count: remarks.filter((remark) => remark.lack === lack).length }))
    .filter(({ count }) => count > 0)
    .map(({ lack, count }) => say(`lacks${lack}`, { count }));
  const two = opened.setupIds.length > 1 ? [say('twoHere')] : [];
  return (
    <>
      <span className="quiet">{said(phrase(opened.kind.name, 'title'))}</span>
      {todo.length + two.length > 0 && <span className="todo">{said(joined(...two, ...todo))}</span>}
    </>
  );
}
