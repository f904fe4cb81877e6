import { useState } from 'react';
import { askHub } from '#sync/office/ask.ts';
import { redactEntries } from '#wire/keeping.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Say } from '#ui/Say.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { useWork } from '../useWork.ts';
import type { Hanging } from './hangs.ts';
import { rowToShow } from './rows.ts';
import type { SaidOne } from './said-ones.ts';
import { say } from './words.ts';

type Props = {
  workshop: string;
  chosen: readonly SaidOne[];
  hanging: Hanging;
  /** There is more that points to it than is shown. */
  more: boolean;
  onClose(): void;
  onDone(removed: number): void;
};

/** Everything that is about to go, once more, and what removing reaches and does not. */
export function ForgetDialog({ workshop, chosen, hanging, more, onClose, onDone }: Props) {
  const [also, setAlso] = useState<readonly string[]>([]);
  const { working, problem, work } = useWork();
  const said = useSaid();
  const { versions, madeFrom } = hanging;
  const toggle = (id: string): void =>
    setAlso(also.includes(id) ? also.filter((one) => one !== id) : [...also, id]);
  const remove = (): void =>
    work(async () => {
      const extra = madeFrom.filter(({ id }) => also.includes(id));
      const own = [...chosen, ...versions].map(({ id }) => ({ workshop, id }));
      let removed = 0;
      for (const [of, some] of Map.groupBy([...own, ...extra], (one) => one.workshop)) {
        for (const entries of inSome(some.map(({ id }) => id))) {
          const reply = await askHub(redactEntries, { params: { workshop: of }, body: { entries } });
          removed += reply.removed;
        }
      }
      onDone(removed);
    });
  return (
    <AskDialog
      title={say('confirm')}
      leave={say('no')}
      onLeave={onClose}
      go={{
        phrase: say('yes'),
        mark: 'remove',
        className: 'stop',
        off: working,
        weight: 'quiet',
        onPress: remove,
      }}
    >
      <h3>{said(say('goes'))}</h3>
      <Rows rows={chosen} />
      {versions.length > 0 && (
        <>
          <h3>{said(say('alsoGoes'))}</h3>
          <Rows rows={versions} />
        </>
      )}
      {madeFrom.length > 0 && (
        <>
          <h3>{said(say('madeFrom'))}</h3>
          <p className="quiet">{said(say('madeFromHint'))}</p>
          {madeFrom.map((one) => (
            <div key={one.id} className="stack">
              <Tick
                label={rowToShow(one.row).phrase}
                on={also.includes(one.id)}
                onChange={() => toggle(one.id)}
              />
              {one.workshop !== workshop && <p className="quiet">{said(say('elsewhere'))}</p>}
            </div>
          ))}
        </>
      )}
      {more && <p>{said(say('more'))}</p>}
      <Say phrase={say('means')} />
      <Say phrase={say('never')} />
      <Say phrase={say('notReached')} />
      {problem && <Told words={problem} wrong />}
    </AskDialog>
  );
}

function Rows({ rows }: { rows: readonly SaidOne[] }) {
  const said = useSaid();
  return (
    <ul className="stack">
      {rows.map(({ id, row, sealed }) => (
        <li key={id} className="stack">
          <SayRow row={rowToShow(row)} />
          {sealed > 0 && <p className="quiet">{said(say('sealedHint'))}</p>}
        </li>
      ))}
    </ul>
  );
}

/** As many as the hub takes at a time. */
function* inSome(ids: readonly string[], most = 500): Generator<string[]> {
  for (let at = 0; at < ids.length; at += most) yield ids.slice(at, at + most);
}
