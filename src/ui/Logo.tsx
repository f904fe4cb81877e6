/** The cup that speaks. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 48 48" aria-hidden="true">
      <path
        fill="var(--logo-steam)"
        d="M13 2h19a6.5 6.5 0 0 1 0 13h-5.5c-3.2 0-3.9 1.7-3 3.3.9 1.7.1 3.2-2.1 4 .3-1.5-.5-2.2-1.5-3.2-1.1-1.1-1.5-2.6-1.2-4.1H13a6.5 6.5 0 0 1 0-13z"
      />
      <path fill="var(--logo-cup)" d="M6 24h29v11a10 10 0 0 1-10 10h-9A10 10 0 0 1 6 35z" />
      <path fill="none" stroke="var(--logo-cup)" strokeWidth="4.5" d="M34 28h2.5a5.25 5.25 0 0 1 0 10.5H33" />
    </svg>
  );
}
