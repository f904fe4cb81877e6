type Credited = { name: string; art: readonly string[]; credits: readonly string[] };

/** The page that goes with the pictures wherever they go: whose they are, and what we changed. */
export function licencePage(symbols: readonly Credited[]): string {
  const rows = symbols.map(({ name, art, credits }) => {
    const from = credits.length > 0 ? credits.join(' + ') : 'drawn by us';
    return `| ${name} | ${from} | ${whatChanged(art, credits)} |`;
  });
  return `# The pictures in this folder

All emojis designed by OpenMoji – the open-source emoji and icon project (https://openmoji.org). License: CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/).

What we did to every picture: names of layers were taken out and the frame drawn close round it. The last column says
where we did more: put several pictures together, added lines of our own, or gave a yellow figure a skin tone. Those
pictures, and the ones that we drew, are CC BY-SA 4.0 too. The credit above goes with every copy.

| name | OpenMoji | changed by us |
|---|---|---|
${rows.join('\n')}
`;
}

function whatChanged(art: readonly string[], credits: readonly string[]): string {
  const parts = art.filter((word) => word !== 'own');
  const done = [
    parts.length > 1 ? 'put together' : '',
    credits.length > 0 && credits.length < parts.length ? 'own lines' : '',
    art.some((word) => word.includes('~')) ? 'skin tone' : '',
  ];
  return done.filter(Boolean).join(', ');
}
