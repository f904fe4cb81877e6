import type { Replay } from '#workshop/replay.ts';
import { Part } from './Part.tsx';

export type CopySheetProps = { id: string; replay: Replay; onClose(): void };

const load = async () => (await import('./copy/door.ts')).CopyDialog;

/** The sheet that saves a copy of a workshop. It comes when it is asked for. */
export function CopySheet(props: CopySheetProps) {
  return <Part load={load} props={props} />;
}
