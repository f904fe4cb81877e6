/** What the hub says once it listens: where to open it, and what a tablet needs. */
export function welcome({ port, secure }: { port: number; secure: boolean }): string {
  const address = `${secure ? 'https' : 'http'}://localhost:${port}`;
  return [
    '',
    `Cuppa is ready: ${address}`,
    '',
    ...(secure ? overHttps(port) : onThisComputer(port)),
    '',
  ].join('\n');
}

function onThisComputer(port: number): string[] {
  return [
    'On this computer: open that address in a browser. To stop, press Ctrl and C here.',
    '',
    'On a tablet: the address must start with https. Without it, browsers keep nothing for offline use.',
    'There are three ways:',
    '  - Copy the folder "dist" to a website that has https, and open that website on the tablet.',
    '  - Start with a certificate that the tablet trusts, then open this computer by the name in it:',
    '      CUPPA_CERT=cert.pem CUPPA_KEY=key.pem npm start',
    `  - Android with a USB cable: "adb reverse tcp:${port} tcp:${port}", then open http://localhost:${port} on it.`,
    'Open it once with a network, and wait until it says that it is ready to work offline. Then the network can go.',
  ];
}

function overHttps(port: number): string[] {
  return [
    `On a tablet: open https://NAME:${port}, where NAME is this computer's name as its certificate has it.`,
    'The tablet must trust the certificate. Clicking a warning away is not enough to work offline.',
    'To stop, press Ctrl and C here.',
  ];
}

/** One sentence for what can go wrong when the hub starts. */
export function startFailure(error: unknown, port: string): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use: stop the other program, or choose another port with PORT=4601 npm start.`;
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used here: choose one above 1024, for example PORT=4601 npm start.`;
  }
  return `Cuppa could not start: ${error instanceof Error ? error.message : String(error)}`;
}
