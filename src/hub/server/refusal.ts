import { Refusal } from '#wire/refusal.ts';

/** What the hub says no to, each in one sentence. */
export const refusals = {
  notSignedIn: () => new Refusal(401, 'not-signed-in', 'Please sign in first.'),
  notPaired: () =>
    new Refusal(401, 'not-paired', 'This tablet is not connected to the office. Connect it in Settings.'),
  notAllowed: () =>
    new Refusal(403, 'not-allowed', 'Your account may not do this. Ask an organiser of your office.'),
  revoked: () =>
    new Refusal(
      403,
      'revoked',
      'The office has disconnected this tablet. Nothing is lost. Ask the office to connect it again.',
    ),
  notFound: () => new Refusal(404, 'not-found', 'The office does not have this.'),
  wrongShape: () =>
    new Refusal(
      400,
      'wrong-shape',
      'This could not be read, and nothing was kept. Update Cuppa and try again.',
    ),
  tooLarge: () =>
    new Refusal(413, 'too-large', 'This is too large, and nothing was kept. Send less at a time.'),
  busy: (seconds: number) =>
    new Refusal(429, 'busy', 'The office has a lot to do. It will be tried again by itself.', seconds),
  cannotKeep: () =>
    new Refusal(
      503,
      'cannot-keep',
      'The office cannot keep anything now. Nothing is lost, and it will be tried again by itself.',
      10,
    ),
};
