/** What is said in a film, from one second to another. */
export type Cue = { from: number; to: number; text: string };

const TIME = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
const SPAN = new RegExp(`${TIME.source}\\s+-->\\s+${TIME.source}`);

/** The cues of a WebVTT file; `undefined` if it is none, or holds nothing. */
export function readVtt(file: string): Cue[] | undefined {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!/^WEBVTT(\s|$)/.test(text)) return undefined;
  const cues = text.split(/\n{2,}/).flatMap((block): Cue[] => {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => SPAN.test(line));
    const span = SPAN.exec(lines[at] ?? '');
    if (!span) return [];
    // Positions and tags would need a place on the film; here the words stand beneath it.
    const words = lines
      .slice(at + 1)
      .join(' ')
      .replace(/<[^>]*>/g, '')
      .trim();
    return words ? [{ from: secondsOf(span.slice(1, 5)), to: secondsOf(span.slice(5, 9)), text: words }] : [];
  });
  return cues.length > 0 ? cues : undefined;
}

function secondsOf([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: (
  | string
  | undefined
)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

/** Cues as a WebVTT file. */
export function toVtt(cues: readonly Cue[]): string {
  // An arrow within the words would be read as a time.
  const blocks = cues.map(
    ({ from, to, text }) =>
      `${clock(from)} --> ${clock(to)}\n${text.replaceAll('-->', '→').replaceAll('<', '‹')}`,
  );
  return ['WEBVTT', ...blocks].join('\n\n');
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const part = (value: number, length = 2): string => String(value).padStart(length, '0');
  return `${part(Math.floor(ms / 3_600_000))}:${part(Math.floor(ms / 60_000) % 60)}:${part(Math.floor(ms / 1000) % 60)}.${part(ms % 1000, 3)}`;
}

/** Lines that somebody typed, with or without the time at which each starts ("0:12 Would you like tea?"). */
export function fromLines(lines: string, seconds: number): Cue[] {
  const typed = lines
    .split('\n')
    .map((line) => /^\s*(?:(\d+):(\d{1,2})\s+)?(.*\S)\s*$/.exec(line))
    .filter((line) => line !== null)
    .map(([, minutes, secs, text = '']) => ({
      at: minutes === undefined ? undefined : Number(minutes) * 60 + Number(secs),
      text,
    }));
  // Between the times that are there, and over the whole film without any, each line has time by its length.
  const all = typed.reduce((sum, { text }) => sum + text.length, 0);
  let said = 0;
  let last = 0;
  const starts = typed.map(({ at, text }) => {
    const guessed = (seconds * said) / Math.max(1, all);
    said += text.length;
    last = Math.max(last, at ?? guessed);
    return last;
  });
  return typed.map(({ text }, place) => {
    const from = starts[place] ?? 0;
    return { from, to: Math.max(starts[place + 1] ?? Math.max(seconds, from + 3), from + 0.5), text };
  });
}

/** Cues as lines that can be typed over, each with its time. */
export function toLines(cues: readonly Cue[]): string {
  return cues
    .map(
      ({ from, text }) =>
        `${Math.floor(from / 60)}:${String(Math.floor(from % 60)).padStart(2, '0')} ${text}`,
    )
    .join('\n');
}
