import type { FollowChange } from '#workshop/follow-changes.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Out = { id: string; words: Phrase; back: FollowChange };

/** What was taken out, each one tap from coming back. Nothing stands here while there is none. */
export function TakenOut({ workshop, out }: { workshop: string; out: readonly Out[] }) {
  const said = useSaid();
  if (out.length === 0) return null;
  return (
    <details className="sheets">
      <summary>{said(say('takenOut', { count: out.length }))}</summary>
      <ul className="stack">
        {out.map(({ id, words, back }) => (
          <li key={id}>
            <Button
              phrase={naming((what) => say('bringBack', { what }), words)}
              mark="undo"
              onPress={() => void sendToWorkshop(workshop, [back])}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
