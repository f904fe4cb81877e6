import type pg from 'pg';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A line that broke without a word is noticed after this long. */
const ASK_MS = 30_000;

/**
 * Listens on a connection of its own, from the first listener on, and connects again whenever that breaks. What
 * was told in between is lost, so everybody hears '' after each new connection: look for yourself.
 */
export function listenOn(newClient: () => pg.Client) {
  const heard = new Set<(text: string) => void>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;
  let closed = false;
  let wait = FIRST_WAIT_MS;

  const tell = (text: string) => heard.forEach((one) => one(text));

  const again = (broken: pg.Client) => {
    if (client !== broken) return;
    client = undefined;
    clearInterval(asking);
    void broken.end().catch(() => undefined);
    if (closed) return;
    timer = setTimeout(() => void connect(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  async function connect(): Promise<void> {
    const mine = newClient();
    client = mine;
    mine.on('error', () => again(mine));
    mine.on('end', () => again(mine));
    mine.on('notification', ({ payload }) => tell(payload ?? ''));
    try {
      await mine.connect();
      await mine.query('LISTEN cuppa');
      wait = FIRST_WAIT_MS;
      asking = setInterval(() => mine.query('SELECT 1').catch(() => again(mine)), ASK_MS).unref();
      tell('');
    } catch {
      again(mine);
    }
  }

  return {
    listen(one: (text: string) => void): () => void {
      heard.add(one);
      if (!client && !timer && !closed) void connect();
      return () => heard.delete(one);
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      clearInterval(asking);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
