import { controls, type Control } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { Tick } from '#ui/Tick.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

const labels = { next: 'handNext', back: 'handBack', reveal: 'handReveal', timer: 'handTimer' } as const;

/** Which of the leader's controls people may use between turns. */
export function HandDialog({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const said = useSaid();
  const { handed } = replay.workshop;
  const put = (control: Control, on: boolean): void =>
    void sendToWorkshop(id, [
      {
        type: 'controls-handed',
        controls: controls.filter((one) => (one === control ? on : handed.includes(one))),
      },
    ]);
  return (
    <Dialog title={say('hand')} open onClose={onClose}>
      <p>{said(say('handHint'))}</p>
      {controls.map((control) => (
        <Tick
          key={control}
          label={say(labels[control])}
          on={handed.includes(control)}
          onChange={(on) => put(control, on)}
        />
      ))}
    </Dialog>
  );
}
