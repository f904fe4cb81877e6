import { create } from 'zustand';

type Offer = Event & { prompt(): Promise<unknown> };

/** The browser's own offer to install the app, if it makes one. */
export const useInstall = create<{ offer: Offer | null }>(() => ({ offer: null }));

const isOffer = (event: Event): event is Offer => 'prompt' in event && typeof event.prompt === 'function';

/** Keeps the browser's offer for a button in the settings; it comes once, soon after the page has loaded. */
export function listenForInstall(target: Window): void {
  target.addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return;
    event.preventDefault();
    useInstall.setState({ offer: event });
  });
  target.addEventListener('appinstalled', () => useInstall.setState({ offer: null }));
}

/** Shows the browser's own question. It can be asked once only. */
export async function install(): Promise<void> {
  const { offer } = useInstall.getState();
  useInstall.setState({ offer: null });
  await offer?.prompt();
}

/** Does the app run from its own icon? */
export function isInstalled(): boolean {
  return globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false;
}
