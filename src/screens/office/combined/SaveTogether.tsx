import { toCsv } from '#report/csv.ts';
import { documentTogether, sheetsTogether, tableTogether, type Together } from '#report/together.ts';
import { fileName } from '../../save-file.ts';
import { useSaving } from '../../reports/useSaving.tsx';
import { say } from '../../reports/words.ts';

const LOOK = { points: 14, pictureMm: 22 };

/** What several workshops came to, for Word, Excel, as a table and for other programs. */
export function SaveTogether({ together }: { together: Together }) {
  const { button, told } = useSaving();
  const name = (ending: string): string => fileName(together.title, ending);
  const text = (words: string, type: string): Promise<Blob> =>
    Promise.resolve(new Blob([words], { type: `${type};charset=utf-8` }));
  const docx = async (): Promise<Blob> => {
    const { makeDocx } = await import('#report/docx.ts');
    return makeDocx(documentTogether(together), LOOK, () => Promise.resolve(undefined));
  };
  const xlsx = async (): Promise<Blob> => {
    const { makeXlsx } = await import('#report/xlsx.ts');
    return makeXlsx(sheetsTogether(together));
  };
  const json = JSON.stringify({ format: 'cuppa-together', version: 1, ...together }, null, 2);
  return (
    <>
      <div className="row wrap">
        {button(say('docx'), name('docx'), docx)}
        {button(say('xlsx'), name('xlsx'), xlsx)}
        {button(say('csv'), name('csv'), () => text(toCsv(tableTogether(together)), 'text/csv'))}
        {button(say('json'), name('json'), () => text(json, 'application/json'))}
      </div>
      {told}
    </>
  );
}
