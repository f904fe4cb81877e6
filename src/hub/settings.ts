import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the hub is started with. Everything has a value that suits one laptop. */
export type Settings = {
  port: number;
  host: string;
  dist: string;
  secure: { cert: Buffer; key: Buffer } | undefined;
};

/** A mistake in the settings that the person starting the hub can put right. Its message is a sentence. */
export class SettingsError extends Error {}

/** Reads PORT, HOST, CUPPA_DIST, CUPPA_CERT and CUPPA_KEY. Throws a SettingsError. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const secure = readCertificate(environment.CUPPA_CERT, environment.CUPPA_KEY);
  return {
    port: readPort(environment.PORT),
    // Without https other devices could open the app but keep nothing, so it is offered to this machine only.
    host: environment.HOST || (secure ? '0.0.0.0' : 'localhost'),
    dist: resolve(environment.CUPPA_DIST || 'dist'),
    secure,
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4600;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new SettingsError(`PORT must be a number up to 65535, but it is "${text}".`);
}

function readCertificate(certPath: string | undefined, keyPath: string | undefined): Settings['secure'] {
  if (!certPath && !keyPath) return undefined;
  if (!certPath || !keyPath) throw new SettingsError('CUPPA_CERT and CUPPA_KEY are needed together.');
  try {
    return { cert: readFileSync(certPath), key: readFileSync(keyPath) };
  } catch {
    throw new SettingsError(`The certificate files ${certPath} and ${keyPath} cannot be read.`);
  }
}
