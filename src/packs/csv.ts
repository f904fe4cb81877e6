/** Rows of a table as text, by the names in its first row. Knows quotes, line ends of all systems and `;`. */
export function readCsv(text: string): Map<string, string>[] {
  const bare = text.replace(/^\uFEFF/, '');
  const first = /^[^\r\n]*/.exec(bare)?.[0] ?? '';
  const between = first.includes(';') && !first.includes(',') ? ';' : first.includes('\t') ? '\t' : ',';
  const [head = [], ...rows] = cells(bare, between).filter((row) => row.some((cell) => cell.trim() !== ''));
  const names = head.map((name) => name.trim().toLowerCase());
  return rows.map((row) => new Map(names.map((name, place) => [name, (row[place] ?? '').trim()])));
}

function cells(text: string, between: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (letter === between) end();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return rows;
}

/** Text of a file: UTF-8, and what older programs write where it is not. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
