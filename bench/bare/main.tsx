import Dexie from 'dexie';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { scriptUrl } from '#trusted-types.ts';

/** The least that an offline React + Dexie app can be: what Cuppa's start is measured against. */
const db = new Dexie('bare', { chromeTransactionDurability: 'strict' });
db.version(1).stores({ notes: '++id' });

function Bare() {
  const [count, setCount] = useState(0);
  const add = async (): Promise<void> => {
    await db.table('notes').add({ text: 'note' });
    setCount(count + 1);
  };
  return (
    <main>
      <h1>Bare</h1>
      <button type="button" onClick={() => setCount(count + 1)}>
        Tap
      </button>
      <button type="button" onClick={() => void add()}>
        Add
      </button>
      {count > 0 && <p id="tapped">Tapped</p>}
    </main>
  );
}

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Bare />
    </StrictMode>,
  );
}
void navigator.serviceWorker.register(scriptUrl('/service-worker.js'));
