import { canKeepPhotos } from '#ui/Photo.tsx';
import { canRecord } from '#ui/speech/useRecorder.ts';
import type { Way } from './model.ts';

/** Can this tablet do it? A recording needs a microphone, and both need hashing to be named. */
export function canHere(way: Way): boolean {
  if (way === 'voice') return canRecord() && canKeepPhotos();
  return way !== 'photo' || canKeepPhotos();
}
