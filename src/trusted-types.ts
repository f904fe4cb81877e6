/**
 * The one Trusted Types policy. The server's content security policy allows script addresses only through it,
 * and it lets pass only what this app was built with.
 */

type Policy = { createScriptURL: (path: string) => string };
type Factory = { createPolicy: (name: string, rules: Policy) => Policy };

let policy: Policy | undefined;

function ownAddress(path: string): string {
  const address = new URL(path, document.baseURI);
  if (address.origin !== location.origin) throw new TypeError(`Not one of our scripts: ${path}`);
  return address.href;
}

function thePolicy(): Policy {
  // A policy's name can be taken once only, so it is made on first use and kept.
  const rules: Policy = { createScriptURL: ownAddress };
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  policy ??= factory === undefined ? rules : factory.createPolicy('cuppa', rules);
  return policy;
}

/** An address that a worker or service worker may be started from. Throws for any other origin. */
export function scriptUrl(path: string): string {
  return thePolicy().createScriptURL(path);
}
