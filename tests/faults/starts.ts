import { Subject, type Settings } from './harness.ts';
import { newRow, type Row } from './rows.ts';

/** Starts with nothing wrong: a new page and worker, or a new browser; there must be nothing to say. */
export async function cleanStarts(
  settings: Settings,
  count: number,
  row: Row,
  browser = false,
): Promise<void> {
  const subject = new Subject(settings);
  try {
    await subject.start();
    await subject.tap(5);
    for (let i = 0; i < count; i += 1) {
      if (i % 10 === 3) await subject.tap(1);
      if (browser) {
        await subject.tablet?.close();
        await subject.start();
      } else {
        await subject.page.goto('about:blank');
        await subject.visit(subject.page);
      }
      const own = newRow('');
      await subject.check(own);
      row.injected += 1;
      row.lost += own.lost;
      row.doubled += own.doubled;
      // Whatever is said is false here, also that something was put right.
      row.falseAlarms += own.said.length;
      row.noticed += own.noticed;
    }
    row.acknowledged += subject.acknowledged.size;
  } finally {
    await subject.end();
  }
}
