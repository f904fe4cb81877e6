import { useEffect, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/**
 * The only buttons of the big screen. "Full screen" goes once it is used. Escape leaves; a tap anywhere
 * shows the way out too, since a tablet has no Escape.
 */
export function ScreenButtons({ onLeave }: { onLeave(): void }) {
  const full = useFullScreen();
  const [asked, setAsked] = useState(false);
  const said = useSaid();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // While it fills the screen, the browser itself takes Escape, and only leaves full screen.
      if (event.key === 'Escape' && !document.fullscreenElement) onLeave();
    };
    const onTap = (event: MouseEvent): void => {
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (!onButton) setAsked((was) => !was);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('click', onTap);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('click', onTap);
    };
  }, [onLeave]);
  const leave = async (): Promise<void> => {
    if (document.fullscreenElement) await document.exitFullscreen();
    onLeave();
  };
  const offersFull = !full && document.fullscreenEnabled;
  if (!offersFull && !asked) return null;
  return (
    <nav className="screen-buttons" aria-label={said(say('always'))}>
      {offersFull && (
        <Button
          phrase={say('fullScreen')}
          mark="screen"
          onPress={() => {
            setAsked(false);
            document.documentElement.requestFullscreen().catch(() => undefined);
          }}
        />
      )}
      {asked && <Button phrase={say('leave')} mark="back" onPress={() => void leave()} />}
    </nav>
  );
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const look = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return full;
}
