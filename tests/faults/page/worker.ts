import { breakable } from './break.ts';

// Only the worker itself can break its own calls. From its start it can be told by its name; later it hears
// over a channel what is wanted, and answers with what it counted.
const state = breakable('worker');
const atStart = /^break:(\d+)$/.exec(String(Reflect.get(globalThis, 'name')));
if (atStart) state.nth = Number(atStart[1]);
const channel = new BroadcastChannel('faults');
channel.addEventListener('message', (message: MessageEvent<{ wanted?: Partial<typeof state> }>) => {
  Object.assign(state, message.data.wanted);
  channel.postMessage({ calls: state.calls, refused: state.refused });
});
