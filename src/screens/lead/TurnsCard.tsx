import type { Room } from '#activities/kind.ts';
import { Button } from '#ui/Button.tsx';
import { People } from '#ui/People.tsx';
import { useSaid } from '#ui/said.ts';
import { joined } from '../joined.ts';
import { tooMany, turnsBesides, turnsTaken } from './turns.ts';
import { say } from './words.ts';

type Props = { room: Room; closed: boolean; onRound(): void };

/** Turns against the people in the room, and the tablet's way round the table. */
export function TurnsCard({ room, closed, onRound }: Props) {
  const said = useSaid();
  const besides = turnsBesides(room);
  return (
    <section className="card turns-card">
      <div>
        <h2>{said(turnsTaken(room))}</h2>
        {besides.length > 0 && <p className={tooMany(room) ? 'odd' : 'quiet'}>{said(joined(...besides))}</p>}
        {closed && <p>{said(say('closedRound'))}</p>}
        <People had={room.turns.taken} passed={room.turns.passed} of={room.here} />
      </div>
      <Button phrase={say('handRound')} mark="pass" weight="edge" big off={closed} onPress={onRound} />
    </section>
  );
}
