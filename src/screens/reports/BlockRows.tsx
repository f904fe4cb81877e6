import type { Block, Row } from '#workshop/section.ts';
import { People } from '#ui/People.tsx';
import { Picture } from '#ui/Picture.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/** The pieces of a section: sentences, counts with little people, lists of what was said. */
export function BlockRows({ blocks }: { blocks: readonly Block[] }) {
  const said = useSaid();
  return (
    <div className="rows">
      {blocks.map((block, i) => {
        switch (block.type) {
          case 'say':
            return <SayRow key={i} row={pictured(block.row)} />;
          case 'counts':
            return (
              <ul key={i} className="rows">
                {block.rows.map((row, r) => (
                  <li key={r} className="say">
                    <Picture symbol={row.phrase.symbol} />
                    <div>
                      <p>
                        <b>{said(say('countOf', { n: row.count, count: block.of }))}</b>: {said(row.phrase)}
                      </p>
                      <People had={row.count} of={block.of} />
                    </div>
                  </li>
                ))}
              </ul>
            );
          case 'list':
            return (
              <div key={i} className="rows">
                {block.title && <h3>{said(block.title)}</h3>}
                <ul className="rows">
                  {block.rows.map((row, r) => (
                    <li key={r}>
                      <SayRow row={pictured(row)} />
                    </li>
                  ))}
                </ul>
              </div>
            );
        }
      })}
    </div>
  );
}

/** What somebody said without a picture stands beside a mouth that speaks: on paper every row has a picture. */
function pictured(row: Row): Row {
  if (row.phrase.symbol || row.drawing || row.photo || row.symbols?.length) return row;
  return { ...row, phrase: { ...row.phrase, symbol: say('saidSo').symbol } };
}
