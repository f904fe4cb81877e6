import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import type { Sheet } from './Sheets.tsx';
import { say } from './words.ts';

type Props = { replay: Replay; onOpen(sheet: Sheet): void; onReport(): void };

/** What a leader needs now and then. */
export function Tools({ replay: { workshop }, onOpen, onReport }: Props) {
  const said = useSaid();
  return (
    <section className="lead-tools" aria-label={said(say('tools'))}>
      <Button
        phrase={say('peopleTool', { count: workshop.here })}
        mark="person"
        onPress={() => onOpen('people')}
      />
      <Button
        phrase={say('notesCount', { count: workshop.notes.length })}
        mark="change"
        onPress={() => onOpen('notes')}
      />
      <Button
        phrase={say('actionsCount', { count: workshop.actions.length })}
        mark="rules"
        onPress={() => onOpen('actions')}
      />
      <Button phrase={say('hand')} mark="settings" onPress={() => onOpen('hand')} />
      <Button phrase={say('screen')} mark="screen" onPress={() => onOpen('screen')} />
      <Button phrase={say('report')} mark="file" onPress={onReport} />
      <Button phrase={say('finish')} mark="tick" onPress={() => onOpen('finish')} />
    </section>
  );
}
