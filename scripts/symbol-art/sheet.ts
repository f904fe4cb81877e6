type Shown = { name: string; label: string; group: string; svg: string };

/** Every symbol with its word, at the size of an answer, so that somebody can look at each. */
export function sheetPage(symbols: readonly Shown[]): string {
  const groups = Map.groupBy(symbols, ({ group }) => group);
  const parts = [...groups].map(([group, members]) => {
    const cells = members.map(
      ({ name, label, svg }) =>
        `<figure>${svg}<figcaption>${label}<small>${name}</small></figcaption></figure>`,
    );
    return `<h2>${group}</h2><div>${cells.join('')}</div>`;
  });
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Symbols</title><style>
body{margin:16px;font:15px/1.3 sans-serif;background:#fff}h2{margin:12px 0 4px}
div{display:grid;grid-template-columns:repeat(12,1fr);gap:10px}figure{margin:0;text-align:center}
svg{width:76px;height:76px}small{display:block;font-size:11px}</style>${parts.join('')}</html>`;
}
