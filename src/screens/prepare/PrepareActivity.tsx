/** Being built. */
export function PrepareActivity() {
  return <h1>PrepareActivity</h1>;
}
