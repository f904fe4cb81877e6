import type { HeardLine } from '#workshop/heard.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

const rooms = {
  'not-read': { phrase: say('notRead'), mark: 'timer' },
  agreed: { phrase: say('roomYes'), mark: 'tick' },
  'not-quite': { phrase: say('roomNot'), mark: 'change' },
} as const;

/** What the room thinks of a line, and what it said instead, in its own words. */
export function RoomSays({ line, onUse }: { line: HeardLine; onUse?: (words: string) => void }) {
  const said = useSaid();
  const { phrase, mark } = rooms[line.room];
  return (
    <div className="stack room-says">
      <p className="outcome" data-how={line.room}>
        <Mark name={mark} />
        <span>{said(phrase)}</span>
      </p>
      {line.corrections.map(({ id, words, since }) => (
        <div key={id} className="card-row">
          <p className={since ? 'quiet' : ''}>{said(say(since ? 'roomBefore' : 'roomWords', { words }))}</p>
          {onUse && !since && <Button phrase={say('useWords')} mark="copy" onPress={() => onUse(words)} />}
        </div>
      ))}
    </div>
  );
}
