import type { Entry } from '#workshop/entry.ts';
import type { Log } from './log.ts';
import type { End, LogRecord } from './log-record.ts';

/** What the page may ask of the second store. */
export type LogRequest =
  | { ask: 'log-append'; record: LogRecord }
  | { ask: 'log-any' }
  | { ask: 'log-open' }
  | { ask: 'log-compare'; entries: readonly Entry[] }
  | { ask: 'log-rest' }
  | { ask: 'log-all' }
  | { ask: 'log-attachment'; name: string }
  | { ask: 'log-gaps'; ends: readonly End[] }
  | { ask: 'log-tidy' }
  | { ask: 'log-scrub' }
  | { ask: 'log-forget' };

/** Does what was asked. Never two at a time: the caller sees to that. */
export async function answerLog(log: Log, request: LogRequest): Promise<unknown> {
  switch (request.ask) {
    case 'log-append':
      return log.append(request.record);
    case 'log-any':
      return log.any();
    case 'log-open':
      return log.open();
    case 'log-compare':
      return log.compare(request.entries);
    case 'log-rest':
      return log.rest();
    case 'log-all':
      return log.all();
    case 'log-attachment':
      return log.attachment(request.name);
    case 'log-gaps':
      return log.gaps(request.ends);
    case 'log-tidy':
      return log.tidy();
    case 'log-scrub':
      return log.scrub();
    case 'log-forget':
      return log.forget();
  }
}
