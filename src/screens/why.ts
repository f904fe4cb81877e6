/** What kept something from happening: the journal's, the files' and the hub's refusals are plain sentences already. */
export function whyOf(error: unknown, otherwise: string): string {
  return error instanceof Error && (error.constructor === Error || error.name === 'Refused')
    ? error.message
    : otherwise;
}
