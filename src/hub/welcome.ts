type Here = { port: number; secure: boolean };

/** Where the hub is opened on its own computer. */
export const addressHere = ({ port, secure }: Here): string =>
  `${secure ? 'https' : 'http'}://localhost:${port}`;

/** What the hub says once it listens: where to open it, and what a tablet needs. */
export function welcome({ port, secure }: Here): string {
  return [
    '',
    `Cuppa is ready: ${addressHere({ port, secure })}`,
    '',
    ...(secure ? overHttps(port) : onThisComputer(port)),
    '',
  ].join('\n');
}

/** While there is no account: how to make the first one. The secret stands where browsers send it to nobody. */
export function firstAccount(address: string, secret: string): string {
  return [
    '',
    'The office has no account yet. To make the first one, open this link in a browser. It works once, for a day:',
    `  ${address}/office/first#${secret}`,
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
