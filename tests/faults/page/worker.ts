import { breakable } from './break.ts';

// Only the worker itself can break its own calls; it hears over a channel what is wanted.
const state = breakable('worker');
const channel = new BroadcastChannel('faults');
channel.addEventListener('message', (message: MessageEvent<Partial<typeof state>>) => {
  Object.assign(state, message.data);
  channel.postMessage({ calls: state.calls });
});
