/** Being built. */
export function Prepare() {
  return <h1>Prepare</h1>;
}
