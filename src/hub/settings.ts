import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Council } from './door/council.ts';
import { readAddress, readCouncil } from './door/council-settings.ts';
import { SettingsError } from './settings-error.ts';

/** What the hub is started with. Everything has a value that suits one laptop. */
export type Settings = {
  port: number;
  host: string;
  dist: string;
  secure: { cert: Buffer; key: Buffer } | undefined;
  /** The folder in which everything is kept that is not in a database elsewhere. */
  data: string;
  /** PostgreSQL; without it the database is a file in `data`. */
  databaseUrl: string | undefined;
  /** What the office calls itself to tablets. */
  name: string;
  /** Where people open the hub, if that is not this computer. */
  address: string | undefined;
  /** The council's own sign-in. */
  council: Council | undefined;
  /** Which computers in front of the hub are believed when they say who asks. */
  proxy: string;
  /** Lets a measuring machine read /metrics from elsewhere. */
  metricsToken: string | undefined;
  log: LogLevel;
};

const logLevels = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof logLevels)[number];
const isLogLevel = (text: string): text is LogLevel => logLevels.some((level) => level === text);

export { SettingsError };

type Environment = Readonly<Record<string, string | undefined>>;

/** Each of these may stand in a file instead, as containers get their secrets: its name with _FILE names that file. */
const SECRETS = ['DATABASE_URL', 'OIDC_CLIENT_SECRET', 'CUPPA_METRICS_TOKEN'];

/** Reads PORT, HOST, DATABASE_URL and what begins with CUPPA_ or OIDC_. Throws a SettingsError. */
export function readSettings(given: Environment): Settings {
  const environment = { ...given, ...readSecrets(given) };
  const secure = readCertificate(environment.CUPPA_CERT, environment.CUPPA_KEY);
  return {
    port: readPort(environment.PORT),
    // Without https other devices could open the app but keep nothing, so it is offered to this machine only.
    host: environment.HOST || (secure ? '0.0.0.0' : 'localhost'),
    dist: resolve(environment.CUPPA_DIST || 'dist'),
    secure,
    data: resolve(environment.CUPPA_DATA || 'data'),
    databaseUrl: readDatabaseUrl(environment),
    name: environment.CUPPA_NAME || 'Cuppa',
    address: readAddress(environment),
    council: readCouncil(environment),
    proxy: environment.CUPPA_PROXY || 'loopback',
    metricsToken: environment.CUPPA_METRICS_TOKEN || undefined,
    log: readLogLevel(environment.CUPPA_LOG),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4600;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new SettingsError(`PORT must be a number up to 65535, but it is "${text}".`);
}

function readDatabaseUrl({ DATABASE_URL: text }: Environment): string | undefined {
  // The address holds a password, so it is not said again.
  if (!text || /^postgres(ql)?:\/\//.test(text)) return text || undefined;
  throw new SettingsError(
    'DATABASE_URL must begin with postgres://. Without it, Cuppa keeps things in a file.',
  );
}

function readSecrets(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    SECRETS.flatMap((name) => {
      const file = environment[`${name}_FILE`];
      return file && !environment[name] ? [[name, readSecret(`${name}_FILE`, file)]] : [];
    }),
  );
}

function readSecret(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new SettingsError(`The file ${path}, which ${name} names, cannot be read.`);
  }
}

function readLogLevel(text: string | undefined): LogLevel {
  // Whoever sits in front of it wants to read the address, and no line for every request.
  if (!text) return process.stdout.isTTY ? 'warn' : 'info';
  if (isLogLevel(text)) return text;
  throw new SettingsError(`CUPPA_LOG must be one of ${logLevels.join(', ')}, but it is "${text}".`);
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
