import { memo } from 'react';
import type { Stroke } from '#workshop/stroke.ts';
import { SQUARE, strokePath } from './freehand.ts';

/** What a person drew. Its words stand beside it, so that it has no text of its own. */
export const Drawing = memo(function Drawing({ strokes }: { strokes: readonly Stroke[] }) {
  return (
    <svg className="drawing" viewBox={`0 0 ${SQUARE} ${SQUARE}`} aria-hidden="true">
      {strokes.map((stroke, index) => (
        <path key={index} d={strokePath(stroke)} />
      ))}
    </svg>
  );
});
