import type { ReactElement } from 'react';

/** Line marks of the tablet itself; pictures of the subject are symbols. One drawing each, on a 48 × 48 grid. */
const drawings = {
  back: (
    <>
      <path d="M40 24H9M22 10 8 24l14 14" />
    </>
  ),
  card: (
    <>
      <path d="M4 9h40v30H4z" />
      <path d="M11 17h9v9h-9zM27 18h10M27 26h10M11 32h26" />
    </>
  ),
  change: (
    <>
      <path d="M8 40l3-11L33 7l8 8-22 22zM28 12l8 8" />
    </>
  ),
  close: (
    <>
      <path d="M10 10l28 28M38 10 10 38" />
    </>
  ),
  globe: (
    <>
      <path d="M24 6a18 18 0 1 0 0 36 18 18 0 1 0 0-36zM6 24h36M24 6c-14 10-14 26 0 36M24 6c14 10 14 26 0 36" />
    </>
  ),
  copy: (
    <>
      <path d="M16 16h26v26H16zM10 32H6V6h26v4" />
    </>
  ),
  down: (
    <>
      <path d="M24 8v31M10 26l14 14 14-14" />
    </>
  ),
  draw: (
    <>
      <path d="M6 38c8-16 12 6 18-6s8-14 18-18" />
    </>
  ),
  file: (
    <>
      <path d="M12 4h16l10 10v30H12zM28 4v10h10" />
    </>
  ),
  help: (
    <>
      <path d="M10 4h28a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H25l-10 8v-8h-5a6 6 0 0 1-6-6V10a6 6 0 0 1 6-6z" />
      <path d="M18.8 14.6a5.2 5.2 0 1 1 7.4 4.7c-1.6.8-2.2 1.7-2.2 3.2" />
      <circle fill="currentColor" stroke="none" cx="24" cy="29.2" r="2.7" />
    </>
  ),
  hidden: (
    <>
      <path d="M4 24c6-9 12-13 20-13s14 4 20 13c-6 9-12 13-20 13S10 33 4 24z" />
      <path d="M8 42 40 6" />
    </>
  ),
  how: (
    <>
      <path d="M4 38 14 10h3l10 28M8 29h15" />
      <path d="M44 22v16M44 30a6.5 8 0 1 1-13 0 6.5 8 0 0 1 13 0z" />
    </>
  ),
  lock: (
    <>
      <path d="M10 22h28v20H10zM16 22v-6a8 8 0 0 1 16 0v6" />
    </>
  ),
  minus: (
    <>
      <path d="M8 24h32" />
    </>
  ),
  more: (
    <>
      <path d="M10 8h28v10H10zM10 30h28v10H10z" />
    </>
  ),
  next: (
    <>
      <path d="M8 24h31M26 10l14 14-14 14" />
    </>
  ),
  office: (
    <>
      <path d="M8 44V8h22v36M30 20h11v24M4 44h40" />
      <path d="M15 17h8M15 25h8M15 33h8" />
    </>
  ),
  out: (
    <>
      <path d="M24 30V8M14 17 24 7l10 10" />
      <path d="M7 32v10h34V32" />
    </>
  ),
  pass: (
    <>
      <circle cx="14" cy="13" r="7" />
      <path d="M4 42V34a10 10 0 0 1 20 0v8" />
      <path d="M28 22h15M36 14l8 8-8 8" />
    </>
  ),
  pause: (
    <>
      <path d="M16 10v28M32 10v28" strokeWidth="6" />
    </>
  ),
  person: (
    <>
      <circle cx="24" cy="14" r="8" />
      <path d="M9 44V39a15 15 0 0 1 30 0v5" />
    </>
  ),
  photo: (
    <>
      <path d="M6 14h9l4-6h10l4 6h9v26H6z" />
      <circle cx="24" cy="26" r="8" />
    </>
  ),
  play: (
    <>
      <path d="M14 8v32l26-16z" />
    </>
  ),
  plus: (
    <>
      <path d="M24 8v32M8 24h32" />
    </>
  ),
  press: (
    <>
      <path d="M6 42h36M10 42V34a4 4 0 0 1 4-4h20a4 4 0 0 1 4 4v8" />
      <path d="M24 4v17M16 14l8 8 8-8" />
    </>
  ),
  print: (
    <>
      <path d="M14 18V6h20v12M14 34H6V18h36v16h-8M14 28h20v14H14z" />
    </>
  ),
  put: (
    <>
      <path d="M24 6v22M14 19l10 10 10-10" />
      <path d="M7 32v10h34V32" />
    </>
  ),
  read: (
    <>
      <path d="M6 18v12h8l11 9V9l-11 9z" />
      <path d="M32 17a9 9 0 0 1 0 14M37 10a18 18 0 0 1 0 28" />
    </>
  ),
  record: (
    <>
      <circle cx="24" cy="24" r="10" fill="currentColor" />
      <circle cx="24" cy="24" r="18" />
    </>
  ),
  remove: (
    <>
      <path d="M8 12h32M18 12V6h12v6M12 12l2 30h20l2-30M20 20v14M28 20v14" />
    </>
  ),
  rules: (
    <>
      <path d="M10 6h28v36H10zM17 16h14M17 24h14M17 32h9" />
    </>
  ),
  screen: (
    <>
      <path d="M4 8h40v26H4zM24 34v8M14 42h20" />
    </>
  ),
  search: (
    <>
      <circle cx="21" cy="21" r="13" />
      <path d="M31 31l11 11" />
    </>
  ),
  settings: (
    <>
      <path d="M6 14h22M36 14h6M6 34h6M20 34h22" />
      <circle cx="32" cy="14" r="4" />
      <circle cx="16" cy="34" r="4" />
    </>
  ),
  show: (
    <>
      <path d="M4 24c6-9 12-13 20-13s14 4 20 13c-6 9-12 13-20 13S10 33 4 24z" />
      <circle fill="currentColor" stroke="none" cx="24" cy="24" r="6" />
    </>
  ),
  skip: (
    <>
      <path d="M8 10l14 14L8 38M24 10l14 14-14 14" />
    </>
  ),
  stop: (
    <>
      <path strokeWidth="5.6" d="M16.5 26V11.5M23.5 24V6.5M30.5 24V8M37.5 27V14M17 35 9.5 25.5" />
      <path
        fill="currentColor"
        stroke="none"
        d="M13.7 24h26.6v7c0 8-5.3 13.5-13 13.5-6 0-9-2.5-12-8l-1.6-3z"
      />
    </>
  ),
  tablet: (
    <>
      <rect x="10" y="4" width="28" height="40" rx="4" />
      <path d="M21 37h6" />
    </>
  ),
  tick: (
    <>
      <path d="M8 25l11 11L40 13" />
    </>
  ),
  timer: (
    <>
      <circle cx="24" cy="27" r="15" />
      <path d="M24 27v-8M19 5h10M24 5v7" />
    </>
  ),
  undo: (
    <>
      <path d="M8 18h22a11 11 0 0 1 0 22H16" />
      <path d="M17 8 7 18l10 10" />
    </>
  ),
  up: (
    <>
      <path d="M24 40V9M10 22 24 8l14 14" />
    </>
  ),
} satisfies Record<string, ReactElement>;

export type MarkName = keyof typeof drawings;

/** They point along the line of reading. */
const turning: ReadonlySet<MarkName> = new Set(['back', 'next', 'skip', 'undo']);

/** A line mark. It is hidden from screen readers, since it always stands beside its word. */
export function Mark({ name, className = '' }: { name: MarkName; className?: string }) {
  return (
    <svg
      className={`mark ${turning.has(name) ? 'turning' : ''} ${className}`}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
