import { BOX_SIZE } from './box.ts';
import type { Files, Handle } from './files.ts';
import { isFull } from './full.ts';
import { makeLog } from './log.ts';
import { logFilesIn } from './log-files.ts';
import { answerLog, type LogRequest } from './log-requests.ts';
import { answer, type Request } from './opfs-requests.ts';
import { makeQueue } from './queue.ts';

/** Only a dedicated worker may open a file for writing in place; everything it does is in opfs-requests.ts. */
declare const self: DedicatedWorkerGlobalScope;

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa', { create: true });

const files: Files = {
  async names() {
    const names: string[] = [];
    for await (const name of (await folder()).keys()) names.push(name);
    return names;
  },
  async use(name, work) {
    const file = await (await folder()).getFileHandle(name, { create: true });
    const access = await file.createSyncAccessHandle();
    try {
      return await work(inPlace(access));
    } finally {
      access.close();
    }
  },
  async remove(name) {
    await (await folder()).removeEntry(name);
  },
};

function inPlace(access: FileSystemSyncAccessHandle): Handle {
  return {
    size: () => access.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, access.getSize() - at)));
      access.read(bytes, { at });
      return bytes;
    },
    write(bytes, at) {
      if (access.write(bytes, { at }) !== bytes.length)
        throw new Error('This tablet is full. Make room on it, then try again.');
    },
    truncate: (size) => access.truncate(size),
    flush: () => access.flush(),
  };
}

const logFiles = logFilesIn(folder, inPlace);
const log = makeLog(logFiles);
const inTurn = makeQueue();

// Only its own tab may rewrite a log: the others are told that something in theirs may have to go.
const scrubs = new BroadcastChannel('cuppa-scrub');
scrubs.addEventListener('message', () => void inTurn(() => log.scrub()).catch(() => undefined));

function done(request: Request | LogRequest): Promise<unknown> {
  // A log is written by this tab alone, so no other tab, frozen or not, can hold it up.
  if (isForLog(request)) {
    return inTurn(async () => {
      const answered = await answerLog(log, request);
      if (request.ask === 'log-scrub' && answered !== 0) scrubs.postMessage('');
      return answered;
    });
  }
  // Every tab has a worker of its own; the lock makes them take turns with the files.
  return navigator.locks.request('cuppa-files', () => answerWithRoom(request));
}

/** On a full tablet, what was set aside makes room for a sealed box too. Asking twice counts nobody twice. */
async function answerWithRoom(request: Request): Promise<unknown> {
  try {
    return await answer(files, request);
  } catch (error) {
    if (!isFull(error)) throw error;
    await logFiles.reserve(-2 * BOX_SIZE);
    return answer(files, request);
  }
}

function isForLog(request: Request | LogRequest): request is LogRequest {
  return request.ask.startsWith('log-');
}

self.addEventListener(
  'message',
  (message: MessageEvent<{ number: number; request: Request | LogRequest }>) => {
    const { number, request } = message.data;
    done(request)
      .then((value: unknown) => self.postMessage({ number, value }))
      .catch((error: unknown) =>
        self.postMessage({ number, error: error instanceof Error ? error.message : String(error) }),
      );
  },
);
