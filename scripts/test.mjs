/**
 * Runs every check, one after another, whatever the one before it said, and ends with one line of totals.
 * `node scripts/test.mjs types lint` runs only those; `matrix` runs the long accessibility matrix.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules', '.cache', 'test-reports');
mkdirSync(reports, { recursive: true });

const npmRun = (script) => ['npm', ['run', '--silent', '--ignore-scripts', script]];
const vitest = (name, args, env = {}) => {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, report, env, command: ['vitest', ['run', ...args, ...reporters]] };
};

const CHECKS = [
  { name: 'types', command: npmRun('types') },
  { name: 'lint', command: npmRun('lint') },
  { name: 'format', command: npmRun('format') },
  vitest('unit', ['--project', 'unit', '--project', 'unit-dom']),
  { name: 'build', command: npmRun('build') },
  vitest('e2e', ['--project', 'e2e']),
];
const MATRIX = [
  { name: 'build', command: npmRun('build') },
  vitest('matrix', ['--project', 'e2e', 'tests/e2e/axe', 'tests/e2e/hub-three-tablets'], {
    CUPPA_MATRIX: 'full',
  }),
];

function run({ command: [program, args], env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** A check counts as one; a suite counts each test, and one more if it broke outside of its tests. */
async function count(check) {
  if (check.report) rmSync(check.report, { force: true });
  const ok = await run(check);
  if (!check.report) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      numFailedTestSuites,
    } = JSON.parse(readFileSync(check.report, 'utf8'));
    const failed = numFailedTests > 0 ? numFailedTests : ok ? 0 : Math.max(1, numFailedTestSuites);
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const names = process.argv.slice(2);
const everything = names.includes('matrix') ? MATRIX : CHECKS;
const chosen = everything.filter(
  ({ name }) => names.length === 0 || names.includes('matrix') || names.includes(name),
);
const lines = [];
const total = { passed: 0, failed: 0 };
for (const check of chosen) {
  console.log(`\n== ${check.name} ==`);
  const began = Date.now();
  const { passed, failed } = await count(check);
  total.passed += passed;
  total.failed += failed;
  lines.push(
    `${check.name.padEnd(8)} ${passed} passed, ${failed} failed (${Math.round((Date.now() - began) / 1000)} s)`,
  );
  console.log(lines.at(-1));
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
