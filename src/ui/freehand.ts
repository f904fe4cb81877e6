import { getStroke } from 'perfect-freehand';
import type { Stroke } from '#workshop/stroke.ts';

/** Drawings are shown on a square of this many units, whatever its size on the screen. */
export const SQUARE = 1000;

/** The outline of a stroke as an SVG path: thicker where the pen was pressed. */
export function strokePath(stroke: Stroke): string {
  const points = stroke.points.map(([x, y, pressure]) => [x * SQUARE, y * SQUARE, pressure]);
  // A finger or a mouse presses with one strength: then the speed of the hand gives the line its life.
  const simulatePressure = new Set(stroke.points.map((point) => point[2])).size === 1;
  const outline = getStroke(points, {
    size: 24,
    thinning: 0.5,
    smoothing: 0.5,
    streamline: 0.3,
    simulatePressure,
    last: true,
  });
  const [first] = outline;
  if (!first) return '';
  const corners = outline.map(([x, y], index) => {
    const [nextX = 0, nextY = 0] = outline[(index + 1) % outline.length] ?? [];
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0])} ${round(first[1])}Q${corners.join(' ')}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
