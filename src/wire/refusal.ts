/**
 * Why the hub says no, or why it was not reached (`status` 0): `code` is for programs and never changes, the message
 * is one plain sentence for people.
 */
export class Refusal extends Error {
  // Screens show the sentence of whatever is called so.
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  /** Seconds after which the hub wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
