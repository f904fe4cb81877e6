/** Being built. */
export function Licences() {
  return <h1>Licences</h1>;
}
