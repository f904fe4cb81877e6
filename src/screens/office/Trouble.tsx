import { Button } from '#ui/Button.tsx';
import { Told } from '#ui/Told.tsx';
import { say } from './words.ts';

/** Why there is nothing newer, as a sentence, with the way to try again. */
export function Trouble({ problem, again }: { problem: string; again(): void }) {
  if (!problem) return null;
  return (
    <div className="card stack">
      <Told words={problem} wrong />
      <Button phrase={say('again')} mark="undo" onPress={again} />
    </div>
  );
}
