import { useId } from 'react';

const cup = 'M6 8h38v26a12 12 0 0 1-12 12H18A12 12 0 0 1 6 34z';
/** Where the tea stands when the mug is full, and how deep it is then. */
const FULL = 12;
const DEEP = 34;

/** A mug that empties by the minute. The minutes stand beside it in words. */
export function Mug({ left, of }: { left: number; of: number }) {
  const clip = `mug${useId()}`;
  const share = of > 0 ? Math.min(1, Math.max(0, left / of)) : 0;
  return (
    <svg className="mug" viewBox="0 0 64 56" aria-hidden="true">
      <defs>
        <clipPath id={clip}>
          <path d={cup} />
        </clipPath>
      </defs>
      <path className="mug-inside" d={cup} />
      <rect
        className="mug-tea"
        clipPath={`url(#${clip})`}
        x="4"
        y={FULL + DEEP * (1 - share)}
        width="44"
        height={DEEP * share + 2}
      />
      <path className="mug-rim" d={`${cup}M44 14h4a7.5 7.5 0 0 1 0 15h-4`} />
    </svg>
  );
}
