import { useState } from 'react';
import { askHub } from '#sync/office/ask.ts';
import { shareWorkshop } from '#wire/entries.ts';
import { listTablets } from '#wire/tablets.ts';
import { asSaid } from '#workshop/phrase.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { useAsked } from '../useAsked.ts';
import { useWork } from '../useWork.ts';
import { say } from '../words.ts';

type On = { all: boolean; tablets: string[] };

/** Which tablets a workshop is given to, so that it is on them before they leave. */
export function TabletsCard({ id, on, onDone }: { id: string; on: On; onDone(): void }) {
  const [choosing, setChoosing] = useState(false);
  const said = useSaid();
  const words = on.all
    ? say('onAll')
    : on.tablets.length > 0
      ? say('onSome', { count: on.tablets.length })
      : say('onNone');
  return (
    <section className="card stack">
      <h2>{said(say('onTablets'))}</h2>
      <p>{said(words)}</p>
      <Button phrase={say('chooseTablets')} mark="tablet" weight="edge" onPress={() => setChoosing(true)} />
      {choosing && (
        <Chooser
          id={id}
          on={on}
          onClose={() => {
            setChoosing(false);
            onDone();
          }}
        />
      )}
    </section>
  );
}

function Chooser({ id, on, onClose }: { id: string; on: On; onClose(): void }) {
  const [all, setAll] = useState(on.all);
  const [chosen, setChosen] = useState(on.tablets);
  const { reply, problem: away } = useAsked(listTablets);
  const { working, problem, work } = useWork();
  const said = useSaid();
  const tablets = (reply?.tablets ?? []).filter(({ revoked }) => !revoked);
  const save = (): void =>
    work(async () => {
      await askHub(shareWorkshop, { params: { workshop: id }, body: { all, tablets: all ? [] : chosen } });
      onClose();
    });
  return (
    <AskDialog
      title={say('chooseTablets')}
      leave={say('cancel')}
      onLeave={onClose}
      go={{ phrase: say('useTablets'), mark: 'tick', off: working, onPress: save }}
    >
      <p>{said(say('chooseTabletsHint'))}</p>
      <Tick label={say('allTablets')} on={all} onChange={setAll} />
      {!all &&
        tablets.map(({ id: tablet, name }) => (
          <Tick
            key={tablet}
            label={asSaid(name)}
            on={chosen.includes(tablet)}
            onChange={(is) =>
              setChosen((before) => [...before.filter((one) => one !== tablet), ...(is ? [tablet] : [])])
            }
          />
        ))}
      {reply && tablets.length === 0 && <p>{said(say('noTablets'))}</p>}
      {(problem || away) && <Told words={problem || away} wrong />}
    </AskDialog>
  );
}
