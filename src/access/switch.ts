/** What a switch goes through: stops, and groups of them. */
export type Tree<T> = { stop: T } | { group: readonly Tree<T>[] };
/** Where the scanning is: which of each level, and how often it has come round. Null is at rest. */
export type Place = { path: readonly number[]; round: number } | null;
/** What the frame is round: a stop, a group to go into, or the way out of the group it is in. */
export type Here<T> = { at: 'stop'; stop: T } | { at: 'group' | 'out'; stops: T[] } | { at: 'rest' };

/** So often it comes round before it rests: nobody is hurried, and nothing moves for ever. */
export const ROUNDS = 3;
/** More than this beside one another take too long to come to. */
export const MOST = 9;

/** The first stop or group, or rest where there is nothing. */
export function begin<T>(trees: readonly Tree<T>[]): Place {
  return trees.length > 0 ? { path: [0], round: 1 } : null;
}

/** What the frame stands round at this place. */
export function hereAt<T>(trees: readonly Tree<T>[], place: Place): Here<T> {
  if (!place) return { at: 'rest' };
  const level = levelAt(trees, place.path);
  const tree = level[place.path.at(-1) ?? 0];
  if (!tree) return place.path.length > 1 ? { at: 'out', stops: stopsOf(level) } : { at: 'rest' };
  return 'stop' in tree ? { at: 'stop', stop: tree.stop } : { at: 'group', stops: stopsOf(tree.group) };
}

/** On to the next; after the last of a group comes the way out of it. It rests after three rounds, if it is to. */
export function goOn<T>(trees: readonly Tree<T>[], place: Place, rests = true): Place {
  if (!place) return begin(trees);
  const { path, round } = place;
  const many = levelAt(trees, path).length + (path.length > 1 ? 1 : 0);
  const next = (path.at(-1) ?? 0) + 1;
  if (next < many) return { path: [...path.slice(0, -1), next], round };
  if (rests && round >= ROUNDS) return null;
  return { path: [...path.slice(0, -1), 0], round: rests ? round + 1 : round };
}

/** Into a group, out of it, or a stop is chosen; from rest it starts. */
export function choose<T>(trees: readonly Tree<T>[], place: Place): { place: Place; chosen?: T } {
  const here = hereAt(trees, place);
  if (!place || here.at === 'rest') return { place: begin(trees) };
  if (here.at === 'stop') return { place: begin(trees), chosen: here.stop };
  if (here.at === 'out') return { place: { path: place.path.slice(0, -1), round: 1 } };
  return { place: { path: [...place.path, 0], round: 1 } };
}

/** Every stop, in order. */
export function stopsOf<T>(trees: readonly Tree<T>[]): T[] {
  return trees.flatMap((tree) => ('stop' in tree ? [tree.stop] : stopsOf(tree.group)));
}

/** So that no level has more than nine: few stops stand side by side, many in their groups, or row by row. */
export function arrange<T>(trees: readonly Tree<T>[], sameRow: (a: T, b: T) => boolean): Tree<T>[] {
  const stops = stopsOf(trees);
  if (stops.length <= MOST) return stops.map((stop) => ({ stop }));
  const tidy = trees.flatMap((tree) => ('stop' in tree ? [tree] : asOne(arrange(tree.group, sameRow))));
  const [only] = tidy;
  if (tidy.length === 1 && only && 'group' in only) return [...only.group];
  return tidy.length <= MOST ? tidy : inParts(tidy, sameRow);
}

function inParts<T>(trees: readonly Tree<T>[], sameRow: (a: T, b: T) => boolean): Tree<T>[] {
  const rows = trees.reduce<Tree<T>[][]>((all, tree) => {
    const row = all.at(-1);
    const before = row?.at(-1);
    const together = before && 'stop' in before && 'stop' in tree && sameRow(before.stop, tree.stop);
    return row && together ? [...all.slice(0, -1), [...row, tree]] : [...all, [tree]];
  }, []);
  const fits = rows.length <= MOST && rows.every((row) => row.length <= MOST);
  return fits ? rows.flatMap(asOne) : evenly(trees);
}

/** Parts of much the same size, and parts of parts. */
function evenly<T>(trees: readonly Tree<T>[]): Tree<T>[] {
  const size = Math.ceil(trees.length / Math.ceil(trees.length / MOST));
  const parts = Array.from({ length: Math.ceil(trees.length / size) }, (_, part) =>
    trees.slice(part * size, (part + 1) * size),
  ).flatMap(asOne);
  return parts.length > MOST ? evenly(parts) : parts;
}

/** A group of one is that one. */
function asOne<T>(trees: readonly Tree<T>[]): Tree<T>[] {
  return trees.length > 1 ? [{ group: trees }] : [...trees];
}

/** The level that a path ends in. */
function levelAt<T>(trees: readonly Tree<T>[], path: readonly number[]): readonly Tree<T>[] {
  return path.slice(0, -1).reduce<readonly Tree<T>[]>((level, index) => {
    const tree = level[index];
    return tree && 'group' in tree ? tree.group : [];
  }, trees);
}
