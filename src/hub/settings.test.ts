import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

test('without any settings the hub suits one laptop', () => {
  expect(readSettings({})).toMatchObject({
    port: 4600,
    host: 'localhost',
    data: resolve('data'),
    databaseUrl: undefined,
    proxy: 'loopback',
    metricsToken: undefined,
  });
});

test('secrets may stand in files, as those of containers do', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'cuppa-settings-')), 'address');
  writeFileSync(file, 'postgres://me:secret@elsewhere/cuppa\n');
  expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://me:secret@elsewhere/cuppa');
  expect(readSettings({ CUPPA_METRICS_TOKEN_FILE: file, CUPPA_METRICS_TOKEN: 'mine' }).metricsToken).toBe(
    'mine',
  );
  const council = {
    OIDC_ISSUER: 'https://council.example',
    OIDC_CLIENT_ID: 'cuppa',
    OIDC_CLIENT_SECRET_FILE: file,
    CUPPA_ADDRESS: 'https://cuppa.example',
  };
  expect(readSettings(council).council?.clientSecret).toBe('postgres://me:secret@elsewhere/cuppa');
});

test.each([
  [{ DATABASE_URL: 'mysql://me:secret@elsewhere/cuppa' }, 'DATABASE_URL must begin with postgres://'],
  [{ DATABASE_URL_FILE: '/nowhere/address' }, 'which DATABASE_URL_FILE names, cannot be read'],
  [{ CUPPA_LOG: 'loud' }, 'CUPPA_LOG must be one of'],
  [{ PORT: '99999' }, 'PORT must be a number'],
  [{ CUPPA_CERT: 'cert.pem' }, 'CUPPA_CERT and CUPPA_KEY are needed together'],
])('a mistake is said in a sentence, without any password: %o', (environment, sentence) => {
  let said = '';
  try {
    readSettings(environment);
  } catch (error) {
    said = error instanceof SettingsError ? error.message : '';
  }
  expect(said).toContain(sentence);
  expect(said).not.toContain('secret');
});
