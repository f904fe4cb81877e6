import { connect, createServer, type Socket } from 'node:net';

/** What happens to one connection. Nothing said: it goes through. */
export type Fault = {
  /** The line is cut once so many bytes have gone to the hub, or have come from it. */
  cutAfterSent?: number;
  cutAfterReceived?: number;
  /** The hub gets all of it, and not one byte of its answer comes back: the line is cut when it answers. */
  dropAnswer?: boolean;
  /** Bytes are held back for so long, either way. */
  delayMs?: number;
  /** The line is there and nothing moves on it. */
  silent?: boolean;
};

/** A bad line between tablets and a hub. */
export type Proxy = {
  url: string;
  port: number;
  /** What happens to connections from now on: asked once for each. */
  faults: (next: () => Fault | undefined) => void;
  /** From now on it leads to another hub, and what is open is cut. */
  leadTo: (port: number) => void;
  /** Cuts what is open. */
  cut: () => void;
  /** How many connections there were, and how many of them were cut by a fault. */
  count: () => { lines: number; cut: number };
  stop: () => Promise<void>;
};

export async function startProxy(hubPort: number): Promise<Proxy> {
  let target = hubPort;
  let next: () => Fault | undefined = () => undefined;
  let lines = 0;
  let cuts = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    lines += 1;
    const { cutAfterSent, cutAfterReceived, dropAnswer, delayMs = 0, silent } = next() ?? {};
    const far = connect(target, '127.0.0.1');
    const both = [near, far];
    both.forEach((one) => {
      one.setNoDelay(true);
      open.add(one);
      // A cut line is what this is for.
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        both.forEach((other) => other.destroy());
      });
    });
    const cut = (): void => {
      cuts += 1;
      near.resetAndDestroy();
      far.destroy();
    };
    const pass = (from: Socket, to: Socket, most: number | undefined): void => {
      let passed = 0;
      from.on('data', (bytes: Buffer) => {
        if (silent) return;
        const some = most === undefined ? bytes : bytes.subarray(0, Math.max(0, most - passed));
        passed += bytes.length;
        const send = (): void => {
          if (some.length > 0 && to.writable) to.write(some);
          if (most === undefined || passed < most) return;
          // The bytes before the cut do arrive.
          setTimeout(cut, 5);
        };
        if (delayMs > 0) setTimeout(send, delayMs);
        else send();
      });
      from.on('end', () => setTimeout(() => to.end(), delayMs));
    };
    pass(near, far, cutAfterSent);
    if (dropAnswer) far.on('data', cut);
    else pass(far, near, cutAfterReceived);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cutAll = (): void => open.forEach((one) => one.destroy());

  return {
    port,
    url: `http://localhost:${port}`,
    faults(now) {
      next = now;
    },
    leadTo(other) {
      target = other;
      cutAll();
    },
    cut: cutAll,
    count: () => ({ lines, cut: cuts }),
    async stop() {
      cutAll();
      await new Promise((done) => server.close(done));
    },
  };
}
