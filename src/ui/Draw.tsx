import { useRef, useState, type PointerEvent } from 'react';
import type { Stroke } from '#workshop/stroke.ts';
import { Button } from './Button.tsx';
import { Drawing } from './Drawing.tsx';
import { announce } from './Status.tsx';
import { useSaid } from './said.ts';
import { say } from './words.ts';

/** So that a drawing stays small enough to keep with every answer. */
const MOST_POINTS = 6000;
const MOST_IN_STROKE = 2000;
const CLOSE = 0.003;

type Point = Stroke['points'][number];
type Props = { strokes: readonly Stroke[]; onChange(strokes: Stroke[]): void };

/** A square to draw on with a finger, a pen or a mouse, with Undo and Clear. It always stands beside another way. */
export function Draw({ strokes, onChange }: Props) {
  const [points, setPoints] = useState<Point[]>([]);
  const pen = useRef<{ id: number; box: DOMRect } | null>(null);
  const said = useSaid();
  const used = strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
  const full = used >= MOST_POINTS;

  const pointAt = (event: { clientX: number; clientY: number; pressure: number }, box: DOMRect): Point => {
    const unit = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    // Some screens tell of no pressure, and say 0 or 1 all the time.
    const pressure = event.pressure > 0 && event.pressure < 1 ? event.pressure : 0.5;
    return [
      unit((event.clientX - box.left) / box.width),
      unit((event.clientY - box.top) / box.height),
      unit(pressure),
    ];
  };
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    // One pen at a time: a palm beside it draws nothing.
    if (pen.current || full || event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    pen.current = { id: event.pointerId, box };
    event.currentTarget.setPointerCapture(event.pointerId);
    setPoints([pointAt(event, box)]);
  };
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    const down = pen.current;
    if (!down || down.id !== event.pointerId) return;
    const between = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const seen = (between.length > 0 ? between : [event.nativeEvent]).map((each) => pointAt(each, down.box));
    setPoints((before) => seen.reduce(withPoint, before));
  };
  const end = (event: PointerEvent<HTMLDivElement>): void => {
    if (pen.current?.id !== event.pointerId) return;
    pen.current = null;
    if (points.length > 0) onChange([...strokes, { points }]);
    setPoints([]);
  };
  const undo = (): void => {
    onChange(strokes.slice(0, -1));
    announce(said(say('lineUndone')));
  };
  const clear = (): void => {
    onChange([]);
    announce(said(say('drawingCleared')));
  };
  const all = points.length > 0 ? [...strokes, { points }] : strokes;
  return (
    <div className="draw">
      <div
        className="draw-pad"
        role="img"
        aria-label={said(say('drawHere'))}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Drawing strokes={all} />
      </div>
      {full && <p className="quiet">{said(say('drawingFull'))}</p>}
      <div className="tools">
        <Button phrase={say('undoLine')} mark="undo" big off={strokes.length === 0} onPress={undo} />
        <Button phrase={say('clearDrawing')} mark="close" big off={strokes.length === 0} onPress={clear} />
      </div>
    </div>
  );
}

function withPoint(points: Point[], point: Point): Point[] {
  const last = points.at(-1);
  if (points.length >= MOST_IN_STROKE) return points;
  if (last && Math.hypot(last[0] - point[0], last[1] - point[1]) < CLOSE) return points;
  return [...points, point];
}
