import type { Page } from 'playwright-core';

/** Everything that a page holds or can reach, by where it lies, as text. */
export type Traces = Record<string, string>;

/** Reads all that the next person could come upon: the document, its fields, its address, and every store. */
export function tracesOf(page: Page): Promise<Traces> {
  return page.evaluate(async () => {
    const traces: Record<string, string> = {
      document: document.documentElement.outerHTML,
      title: document.title,
      address: location.href,
      'history.state': JSON.stringify(history.state),
      selection: String(getSelection()),
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      cookies: document.cookie,
      'window.name': window.name,
    };
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    traces['fields'] = fields.map((field) => field.value).join('\n');

    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((done, failed) => {
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const asking = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => (asking.onsuccess = done));
        traces[`IndexedDB ${name} ${store}`] = JSON.stringify(asking.result);
      }
      database.close();
    }

    const root = await navigator.storage.getDirectory();
    const folders: [string, FileSystemDirectoryHandle][] = [['', root]];
    for (const [path, folder] of folders) {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) folders.push([`${path}${name}/`, handle]);
        else if (handle instanceof FileSystemFileHandle) {
          traces[`file ${path}${name}`] = await (await handle.getFile()).text();
        }
      }
    }

    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      traces[`cache ${name}`] = requests.map(({ url }) => url).join('\n');
    }
    return traces;
  });
}

/** Where the words lie. */
export function placesOf(traces: Traces, words: string): string[] {
  return Object.entries(traces).flatMap(([place, text]) => (text.includes(words) ? [place] : []));
}
