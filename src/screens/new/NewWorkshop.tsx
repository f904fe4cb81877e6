/** Being built. */
export function NewWorkshop() {
  return <h1>NewWorkshop</h1>;
}
