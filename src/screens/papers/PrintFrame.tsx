import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { makeReport } from '#report/report.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { LeavingContext } from '#ui/PackPicture.tsx';
import { useSaid, WordsContext } from '#ui/said.ts';
import { MadeBy } from '../reports/MadeBy.tsx';
import { LeftOut } from '../packs/LeftOut.tsx';
import { useLeaving } from '../packs/worn.ts';
import type { Format } from '../reports/Paper.tsx';
import { say } from './words.ts';

const formats = [
  ['standard', say('standard')],
  ['easy', say('easyRead')],
  ['large', say('large')],
] as const;

/** How the paper should look; it stands in the address, so that one choice holds for sheet after sheet. */
export function useFormat(): [Format, (format: Format) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('look');
  const format = formats.find(([name]) => name === asked)?.[0] ?? 'standard';
  const setFormat = (look: Format): void =>
    setParams({ ...Object.fromEntries(params), look }, { replace: true });
  return [format, setFormat];
}

/** The three looks, to choose one. */
export function Formats({ format, onFormat }: { format: Format; onFormat(format: Format): void }) {
  return (
    <div className="thirds">
      {formats.map(([name, phrase]) => (
        <Button key={name} phrase={phrase} pressed={format === name} onPress={() => onFormat(name)} />
      ))}
    </div>
  );
}

/** Screens that lead right to a sheet, and get whoever came from there back. All others come from the list of sheets. */
const askedFrom = ['follow', 'lead'] as const;

type Props = {
  id: string;
  replay: Replay;
  title: Phrase;
  /** What stands above the sheet and is not printed, such as fields. */
  before?: ReactNode;
  /** Sheets that are cut up have no foot. */
  cutUp?: boolean;
  children: ReactNode;
};

/** A sheet on the screen as it will print, in the look that is chosen. Its look is its own, not the reader's ways. */
export function PrintFrame({ id, replay, title, before, cutUp = false, children }: Props) {
  const [format, setFormat] = useFormat();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const said = useSaid();
  const about = aboutOf(replay.workshop);
  const { may, credits } = useLeaving(replay);
  const words = format === 'easy' ? 'easy' : 'plain';
  const from = askedFrom.find((one) => one === params.get('from'));
  const back = (): void => void navigate(`/workshop/${id}/${from ?? `print?look=${format}`}`);
  return (
    <Frame
      title={title}
      where={<strong>{said(about.title)}</strong>}
      help={[say('printHelp')]}
      onStop={back}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={back} />
          <Button phrase={say('print')} mark="print" weight="go" onPress={() => window.print()} />
        </>
      }
    >
      <section className="card stack not-printed" aria-label={said(say('format'))}>
        <h2>{said(say('format'))}</h2>
        <Formats format={format} onFormat={setFormat} />
        {before}
        <LeftOut told={replay} />
      </section>
      <WordsContext value={words}>
        <article
          className={`paper handout ${format}`}
          lang="en-GB"
          data-theme="light"
          data-words={words}
          data-calm="no"
        >
          <LeavingContext value={may}>{children}</LeavingContext>
          {cutUp ? (
            credits.map((credit) => (
              <p key={credit} className="quiet">
                {credit}
              </p>
            ))
          ) : (
            <MadeBy about={about} wording={makeReport(replay).wording} credits={credits} />
          )}
        </article>
      </WordsContext>
    </Frame>
  );
}
