import { use } from 'react';
import type { Report } from '#report/report.ts';
import { scriptUrl } from '#trusted-types.ts';
import { AttachmentsContext } from '#ui/attachments.ts';
import { Say } from '#ui/Say.tsx';
import { said as wordsIn, useSaid } from '#ui/said.ts';
import { fileName } from '../save-file.ts';
import { useLeaving } from '../packs/worn.ts';
import type { Format } from './Paper.tsx';
import { useSaving } from './useSaving.tsx';
import { say } from './words.ts';

/** Points of the text, and how wide a picture is, in each look. */
const looks = {
  standard: { points: 14, pictureMm: 22 },
  easy: { points: 16, pictureMm: 54 },
  large: { points: 18, pictureMm: 24 },
} as const;

type Props = { report: Report; format: Format };

/** The report as a Word file in the look that is chosen, as a spreadsheet, and as braille: made here, once somebody asks. */
export function SaveFiles({ report, format }: Props) {
  const { button, told } = useSaving();
  const { read } = use(AttachmentsContext);
  const { may, credits } = useLeaving(report);
  const said = useSaid();
  const way = format === 'easy' ? 'easy' : 'plain';
  const title = wordsIn(report.about.title, 'plain');
  const docx = async (): Promise<Blob> => {
    const [{ makeDocx }, { documentOf }, { drawer }] = await Promise.all([
      import('#report/docx.ts'),
      import('./document.ts'),
      import('./pictures.ts'),
    ]);
    return makeDocx(documentOf(report, way, credits), looks[format], drawer(read, may));
  };
  const xlsx = async (): Promise<Blob> => {
    const [{ makeXlsx }, { sheetsOf }] = await Promise.all([
      import('#report/xlsx.ts'),
      import('#report/sheets.ts'),
    ]);
    return makeXlsx(sheetsOf(report));
  };
  const braille = async (grade: 1 | 2): Promise<Blob> => {
    const [{ brailleOf }, { documentOf }, { brailleWorker }] = await Promise.all([
      import('#report/braille/braille.ts'),
      import('./document.ts'),
      import('./braille-worker.ts'),
    ]);
    const worker = new Worker(scriptUrl(brailleWorker), { type: 'module' });
    const label = wordsIn(say('brailleLabel'), way);
    return new Blob([await brailleOf(documentOf(report, way), grade, label, worker)], { type: 'text/plain' });
  };
  return (
    <>
      <div className="row wrap">
        {button(say('docx'), fileName(title, 'docx'), docx)}
        {button(say('xlsx'), fileName(title, 'xlsx'), xlsx)}
      </div>
      <details className="sheets">
        <summary>{said(say('brailleTitle'))}</summary>
        <Say phrase={say('brailleLabel')} hint={say('brailleHint')} />
        <div className="row wrap">
          {button(say('braille1'), fileName(`${title} grade 1`, 'brf'), () => braille(1))}
          {button(say('braille2'), fileName(`${title} grade 2`, 'brf'), () => braille(2))}
        </div>
      </details>
      {told}
    </>
  );
}
