import { useNavigate, useParams } from 'react-router';
import { useWays, waysNow } from '#access/ways.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { useSaid } from '#ui/said.ts';
import { openActivity } from '../activity.ts';
import { naming } from '../joined.ts';
import { Nowhere } from '../NotFound.tsx';
import { Part } from '../Part.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { say } from './words.ts';

/** A sheet of one activity to print: pledge cards, a poster, a page to give out. */
export function PrintPage() {
  return <WithWorkshop>{(id, replay) => <Ready id={id} replay={replay} />}</WithWorkshop>;
}

function Ready({ id, replay }: { id: string; replay: Replay }) {
  const { activity = '', page = '' } = useParams();
  const navigate = useNavigate();
  const said = useSaid();
  const words = useWays((ways) => waysNow(ways).words);
  const opened = openActivity(replay, activity);
  const print = opened?.kind.parts.prints?.find((one) => one.name === page);
  const back = (): void => void navigate(`/workshop/${id}/report`);
  if (!opened || !print) return <Nowhere title={say('noSheet')} help={say('noSheetHelp')} />;
  const { kind, setup, state, room } = opened;
  return (
    <Frame
      title={naming(
        (activity) => say('sheetOf', { sheet: said(print.title), activity }),
        kind.heading(setup),
      )}
      where={<strong>{said(kind.heading(setup))}</strong>}
      help={[say('printHelp')]}
      onStop={back}
      done={
        <>
          <Button phrase={say('report')} mark="back" onPress={back} />
          <Button phrase={say('print')} mark="print" weight="go" onPress={() => window.print()} />
        </>
      }
    >
      <div className="paper standard" data-theme="light" data-words={words}>
        <h1>{said(kind.heading(setup))}</h1>
        <Part load={print.Page} props={{ setup, state, room }} />
      </div>
    </Frame>
  );
}
