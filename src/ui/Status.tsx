import { useEffect } from 'react';
import { create } from 'zustand';

const useStatus = create<{ text: string }>(() => ({ text: '' }));

/** Tells people who listen what has happened. One polite region for the whole app. */
export function announce(text: string): void {
  // The same sentence twice is two messages: a screen reader only speaks what changes.
  const again = useStatus.getState().text === text ? `${text}\u00a0` : text;
  useStatus.setState({ text: again });
}

/** Tells people who listen what is so, and takes it back once it is not, unless something else was told since. */
export function useAnnounced(text: string): void {
  useEffect(() => {
    if (text === '') return undefined;
    announce(text);
    return () => {
      if (useStatus.getState().text.trimEnd() === text) useStatus.setState({ text: '' });
    };
  }, [text]);
}

/** The one live region. It stands in the page from the start, so that screen readers know it. */
export function Status() {
  return (
    // Without its mark, React Aria hides this from screen readers while a sheet is open.
    <p className="seen-by-readers" role="status" data-live-announcer="true">
      {useStatus((state) => state.text)}
    </p>
  );
}
