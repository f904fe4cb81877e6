/** Being built. */
export function Present() {
  return <h1>Present</h1>;
}
