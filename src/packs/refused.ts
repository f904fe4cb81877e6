/** Why a pack is refused. The wordings stand with the screen. */
export type Why =
  | 'too-large'
  | 'too-many'
  | 'file-too-large'
  | 'bomb'
  | 'outside'
  | 'damaged'
  | 'foreign'
  | 'no-list'
  | 'no-pictures';

/** A pack that is not taken. Nothing has changed. */
export class PackRefused extends Error {
  readonly why: Why;
  override readonly name = 'PackRefused';
  constructor(why: Why) {
    super(`The pack is refused: ${why}`);
    this.why = why;
  }
}
