import * as v from 'valibot';

const unit = v.pipe(v.number(), v.minValue(-0.5), v.maxValue(1.5));

/** One stroke of a drawing: points as [x, y, pressure], each 0 to 1 of the square that is drawn on. */
export const StrokeSchema = v.object({
  points: v.pipe(v.array(v.tuple([unit, unit, unit])), v.maxLength(2000)),
});
export type Stroke = v.InferOutput<typeof StrokeSchema>;

export const DrawingSchema = v.pipe(v.array(StrokeSchema), v.maxLength(300));
