import { useState } from 'react';
import { useNavigate } from 'react-router';
import { toCsv } from '#report/csv.ts';
import { toJson } from '#report/json.ts';
import { longTable } from '#report/long.ts';
import { makeReport, type Report as Made } from '#report/report.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { said as wordsIn, useSaid } from '#ui/said.ts';
import { adoptedRules } from '../activity.ts';
import { atOffice, toLeading } from '../at-office.ts';
import { say as sayFollow } from '../follow/words.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { fileName, saveFile } from '../save-file.ts';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { LeftOut } from '../packs/LeftOut.tsx';
import { Paper, titleOf, type Format } from './Paper.tsx';
import { useWantedPart } from './wanted-part.ts';
import { SaveFiles } from './SaveFiles.tsx';
import { say } from './words.ts';

const formats = [
  ['standard', say('standard')],
  ['easy', say('easyRead')],
  ['large', say('large')],
] as const;

/** The whole workshop to read, print and save, in three formats. All of it is made on this tablet. */
export function Report() {
  return <WithWorkshop>{(id, replay) => <Ready id={id} replay={replay} />}</WithWorkshop>;
}

function Ready({ id, replay }: { id: string; replay: Replay }) {
  const [format, setFormat] = useState<Format>('standard');
  const navigate = useNavigate();
  const said = useSaid();
  const report = makeReport(replay);
  useWantedPart();
  const title = wordsIn(report.about.title, 'plain');
  const running = replay.workshop.status === 'running';
  const saves = (
    <>
      <Button
        phrase={say('csv')}
        mark="out"
        onPress={() => saveFile(fileName(title, 'csv'), toCsv(longTable(report)), 'text/csv')}
      />
      <Button
        phrase={say('json')}
        mark="out"
        onPress={() => saveFile(fileName(title, 'json'), toJson(report), 'application/json')}
      />
    </>
  );
  return (
    <Frame
      title={titleOf(report)}
      where={<strong>{said(report.about.title)}</strong>}
      help={[say('helpReport'), say('printHelp')]}
      onStop={() => void navigate('/')}
      rules={adoptedRules(replay)}
      notice={<KeepingNotice />}
      done={
        <>
          <Button phrase={say('home')} mark="back" onPress={() => void navigate('/')} />
          {(running || atOffice()) && (
            <Button
              phrase={toLeading(say('lead'))}
              mark="back"
              onPress={() => void navigate(`/workshop/${id}/lead`)}
            />
          )}
          <Button phrase={say('print')} mark="print" weight="go" onPress={() => window.print()} />
        </>
      }
    >
      <section className="card stack not-printed" aria-label={said(say('format'))}>
        <h2>{said(say('format'))}</h2>
        <div className="thirds">
          {formats.map(([name, phrase]) => (
            <Button key={name} phrase={phrase} pressed={format === name} onPress={() => setFormat(name)} />
          ))}
        </div>
        <div className="row wrap">
          {saves}
          <Button
            phrase={sayFollow('title')}
            mark="rules"
            onPress={() => void navigate(`/workshop/${id}/follow`)}
          />
        </div>
        <LeftOut told={report} />
        <SaveFiles report={report} format={format} />
        <Tables report={report} />
        <PaperPhotos report={report} />
        <Button
          phrase={say('alsoPrint')}
          mark="print"
          onPress={() => void navigate(`/workshop/${id}/print?look=${format}`)}
        />
      </section>
      <Paper report={report} format={format} running={running} />
    </Frame>
  );
}

/** Each part's own table, for whoever wants one part only. */
function Tables({ report }: { report: Made }) {
  const said = useSaid();
  const parts = report.parts.flatMap(({ activity, section }) =>
    section && section.table.rows.length > 0 ? [{ activity, ...section }] : [],
  );
  if (parts.length === 0) return null;
  return (
    <details className="sheets">
      <summary>{said(say('tables'))}</summary>
      <ul className="stack">
        {parts.map(({ activity, heading, table }) => (
          <li key={activity}>
            <Button
              phrase={heading}
              mark="out"
              onPress={() => saveFile(fileName(wordsIn(heading, 'plain'), 'csv'), toCsv(table), 'text/csv')}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Photos of papers stay out of what is printed: whoever opens this list chooses to look. */
function PaperPhotos({ report }: { report: Made }) {
  const said = useSaid();
  const photos = report.parts.flatMap(({ section, papers }) =>
    papers.photos.map((photo) => ({ photo, phrase: section?.heading ?? say('newer') })),
  );
  if (photos.length === 0) return null;
  return (
    <details className="sheets">
      <summary>{said(say('paperPhotos'))}</summary>
      <p className="quiet">{said(say('paperPhotosHint'))}</p>
      <ul className="paper-photos">
        {photos.map(({ photo, phrase }) => (
          <li key={photo}>
            <SayRow row={{ phrase, photo }} />
          </li>
        ))}
      </ul>
    </details>
  );
}
