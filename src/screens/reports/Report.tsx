/** Being built. */
export function Report() {
  return <h1>Report</h1>;
}
