/** What a square code of an office says. */
export type SeenCode = { kind: 'secret'; secret: string } | { kind: 'elsewhere'; host: string } | undefined;

/** Reads the address in a square code. A tablet works only with the office that its app comes from. */
export function readPairCode(text: string, here: string): SeenCode {
  const found = /^(https?:\/\/[^/]+)\/pair#([0-9a-f]{32})$/.exec(text.trim());
  const [, origin, secret] = found ?? [];
  if (origin === undefined || secret === undefined) return undefined;
  if (origin !== here) return { kind: 'elsewhere', host: origin.replace(/^https?:\/\//, '') };
  return { kind: 'secret', secret };
}

/** Takes the secret out of the address bar, so that it is in no history and on nobody's screen. */
export function takeSecret(): string {
  const { hash, pathname } = window.location;
  if (hash === '') return '';
  window.history.replaceState(window.history.state, '', pathname);
  return /^#([0-9a-f]{32})$/.exec(hash)?.[1] ?? '';
}
