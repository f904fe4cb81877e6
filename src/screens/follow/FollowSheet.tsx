import { followReport } from '#report/follow.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Said, Say } from '#ui/Say.tsx';
import { BlockRows } from '../reports/BlockRows.tsx';
import { longDay } from '../reports/MadeBy.tsx';
import { lastTimeBlocks, lineBlocks } from './blocks.ts';
import { say } from './words.ts';

/** You said, we will, on paper: what became of last time, then line by line. */
export function FollowSheet({ replay }: { replay: Replay }) {
  const report = followReport(replay.workshop);
  const { title, date, where } = aboutOf(replay.workshop);
  const when = [longDay(date), where].filter(Boolean).join(', ');
  const before = lastTimeBlocks(report);
  return (
    <>
      <Say phrase={say('title')} level={1}>
        <p>
          <Said phrase={title} />
        </p>
        {when && <p>{when}.</p>}
      </Say>
      {before.length > 0 && (
        <section>
          <h2>
            <Said phrase={say('lastTime')} />
          </h2>
          <BlockRows blocks={before} />
        </section>
      )}
      {report.lines.length === 0 && (
        <p>
          <Said phrase={say('none')} />
        </p>
      )}
      {report.lines.length > 0 && (
        <section>
          <h2>
            <Said phrase={say('linesTitle')} />
          </h2>
          <Lines lines={report.lines} />
        </section>
      )}
    </>
  );
}

/** The lines, each with a rule above it. */
export function Lines({ lines }: { lines: ReturnType<typeof followReport>['lines'] }) {
  return lines.map((line, place) => (
    <div key={place} className="sheet-line">
      <BlockRows blocks={lineBlocks(line)} />
    </div>
  ));
}
