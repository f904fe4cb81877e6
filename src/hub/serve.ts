import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHub } from './hub.ts';
import { readSettings, SettingsError } from './settings.ts';
import { startFailure, welcome } from './welcome.ts';

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  if (!existsSync(join(settings.dist, 'index.html'))) {
    throw new SettingsError('The app is not built yet: run "npm run build" first, or simply "npm start".');
  }
  const hub = createHub(settings.dist, settings.secure);
  const stop = () => void hub.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await hub.listen({ port: settings.port, host: settings.host });
  const address = hub.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  console.log(welcome({ port, secure: settings.secure !== undefined }));
}

serve().catch((error: unknown) => {
  console.error(
    error instanceof SettingsError ? error.message : startFailure(error, process.env.PORT || '4600'),
  );
  process.exit(1);
});
