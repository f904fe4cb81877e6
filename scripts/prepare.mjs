/**
 * Runs before `npm start`, `npm test` and `npm run dev`, with nothing installed yet. This file must be readable
 * by very old versions of Node, so that they can say what is wrong: everything newer stands in setup.mjs.
 */
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    'Cuppa needs Node 20 or newer, and this is Node ' +
      process.versions.node +
      ': get a newer one from nodejs.org.',
  );
  process.exit(1);
} else {
  void import('./setup.mjs').then(function (setup) {
    return setup.prepare(process.argv[2]);
  });
}
