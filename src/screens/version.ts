import { create } from 'zustand';
import { applyNewVersion, watchForNewVersion, type VersionState } from '#service-worker-client.ts';

/** What is known of this app's version on this tablet. */
export const useVersion = create<{ state: VersionState }>(() => ({ state: 'checking' }));

/** Follows versions for as long as the app is open. Nothing is applied by itself. */
export function followVersions(): () => void {
  return watchForNewVersion((state) => useVersion.setState({ state }));
}

export { applyNewVersion };
