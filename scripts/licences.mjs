/**
 * Writes the list of other people's work that Cuppa hands on, with the full text of each licence, for the
 * licences page. With --if-missing it only does so where the list is not there yet.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/screens/licences/licences.json');
// Needed only to build, but its drawings are part of what people get.
const HANDED_ON_ANYWAY = ['node_modules/openmoji'];

/** Packages that do not state their licence where others do: what is said in their files and by their project. */
const STATED_ELSEWHERE = {
  'liblouis-build': {
    licence: 'LGPL-2.1-or-later',
    by: 'the liblouis contributors; built for browsers by Reiner Dolp',
    text: 'public/braille/LICENCE.txt',
  },
};

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function licenceText(folder) {
  const file = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying)/i.test(name) && !/\.(js|ts|json)$/i.test(name))
    .sort((a, b) => a.length - b.length)[0];
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

function describe(path) {
  const folder = join(root, path);
  const { name, version, license, author } = readJson(join(folder, 'package.json'));
  const elsewhere = STATED_ELSEWHERE[name];
  if (elsewhere) {
    const text = readFileSync(join(root, elsewhere.text), 'utf8').trim();
    return { name, version, licence: elsewhere.licence, by: elsewhere.by, text };
  }
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  const licence = String(license?.type ?? license ?? 'not stated');
  const text = licenceText(folder) || `Licence: ${licence}. The package brings no licence text of its own.`;
  return { name, version, licence, by, text };
}

function list() {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const paths = Object.keys(packages).filter(
    (path) =>
      path.startsWith('node_modules/') &&
      (HANDED_ON_ANYWAY.includes(path) ||
        !(packages[path].dev || packages[path].devOptional || packages[path].optional)),
  );
  const found = paths.filter((path) => existsSync(join(root, path, 'package.json'))).map(describe);
  const once = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

if (!(process.argv.includes('--if-missing') && existsSync(target))) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(list(), null, 2)}\n`);
}
