/** Tells every tab of this tablet that a workshop has new entries. Only its id travels, in memory. */
type Listener = (workshop: string) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cuppa-news');

channel?.addEventListener('message', (message: MessageEvent<unknown>) => {
  const workshop = message.data;
  if (typeof workshop === 'string') listeners.forEach((listen) => listen(workshop));
});
// In Node an open channel would keep the process alive.
if (channel && 'unref' in channel && typeof channel.unref === 'function') channel.unref();

/** Call once entries of `workshop` are kept, and not before. */
export function tellNews(workshop: string): void {
  channel?.postMessage(workshop);
  listeners.forEach((listen) => listen(workshop));
}

/** Hears of new entries from this tab and the others; call the result to stop. */
export function onNews(listen: Listener): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
