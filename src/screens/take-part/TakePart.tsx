/** Being built. */
export function TakePart() {
  return <h1>TakePart</h1>;
}
