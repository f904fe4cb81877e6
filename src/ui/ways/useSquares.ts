import { useEffect, useRef, useState } from 'react';
import { watchForSquares } from './camera.ts';

/**
 * Looks for square codes as long as a video stands on the screen. `onText` says whether it was the right one; then
 * the camera stops.
 */
export function useSquares(onText: (text: string) => boolean) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [camera, setCamera] = useState<'opening' | 'on' | 'none'>('opening');
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    // The sheet may still be loading: the camera waits until there is a place to show it.
    if (!video) return;
    let stop: (() => void) | undefined;
    let gone = false;
    const begin = async (): Promise<void> => {
      try {
        stop = await watchForSquares(video, (text) => {
          if (latest.current(text)) stop?.();
        });
        if (gone) stop();
        else setCamera('on');
      } catch {
        if (!gone) setCamera('none');
      }
    };
    void begin();
    return () => {
      gone = true;
      stop?.();
    };
  }, [video]);
  return { camera, setVideo };
}
