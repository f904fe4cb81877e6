import encodeQR from 'qr';
import './square.css';

/** A square code as one path: dark on white in every theme, with the quiet edge that cameras need. */
export function Square({ text, name }: { text: string; name: string }) {
  const EDGE = 2;
  const dots = encodeQR(text, 'raw', { ecc: 'quartile', border: EDGE });
  const path = dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="square" viewBox={`0 0 ${dots.length} ${dots.length}`} role="img" aria-label={name}>
      <rect className="square-ground" width={dots.length} height={dots.length} />
      <path className="square-dots" d={path.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
