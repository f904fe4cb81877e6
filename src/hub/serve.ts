import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { openDatabase } from './database/open.ts';
import { newFirstLink } from './door/links.ts';
import { createHub } from './hub.ts';
import { readSettings, SettingsError } from './settings.ts';
import { addressHere, firstAccount, startFailure, welcome } from './welcome.ts';

const VersionSchema = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  if (!existsSync(join(settings.dist, 'index.html'))) {
    throw new SettingsError('The app is not built yet: run "npm run build" first, or simply "npm start".');
  }
  const { version } = v.parse(
    VersionSchema,
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  const database = await openDatabase(settings);
  const hub = await createHub({ ...settings, database, version });
  const stop = () => {
    void hub
      .close()
      .then(() => database.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await hub.listen({ port: settings.port, host: settings.host });
  const address = hub.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const here = { port, secure: settings.secure !== undefined };
  // Whoever reads this may make the first account; afterwards it is worth nothing.
  const first = await newFirstLink(database);
  const link = first === undefined ? '' : firstAccount(settings.address ?? addressHere(here), first);
  console.log(welcome(here) + link);
}

serve().catch((error: unknown) => {
  console.error(
    error instanceof SettingsError ? error.message : startFailure(error, process.env.PORT || '4600'),
  );
  process.exit(1);
});
