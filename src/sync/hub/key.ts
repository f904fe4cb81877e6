/** The small value in which a tablet keeps its connection: where the first screen looks whether there is one. */
export const PAIRED = 'hub';
