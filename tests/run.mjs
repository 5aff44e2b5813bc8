/** Runs every check and test, one runner after another, and ends with one line that counts them all. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const reports = '.cache/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
const total = { passed: 0, failed: 0 };

/** Runs a package's command; answers whether it exited with 0. */
function run(title, command, args, more = {}) {
  process.stdout.write(`\n— ${title}\n`);
  const { status } = spawnSync(process.execPath, [`node_modules/${command}`, ...args], {
    stdio: 'inherit',
    env: { ...env, ...more },
  });
  return status === 0;
}

/** One check that passes or fails as a whole. */
function check(...parameters) {
  total[run(...parameters) ? 'passed' : 'failed'] += 1;
}

/** A test runner that counts for itself; a runner that fails without a count is one failure. */
function suite(report, read, ...parameters) {
  const ok = run(...parameters);
  const counts = counted(`${reports}/${report}`, read) ?? { passed: 0, failed: 0 };
  total.passed += counts.passed;
  total.failed += ok ? counts.failed : Math.max(1, counts.failed);
}

function counted(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stderr.write(`No counts in ${file}: ${error}\n`);
    return null;
  }
}

check('Types of routes', 'next/dist/bin/next', ['typegen']);
check('Format and lint', '@biomejs/biome/bin/biome', ['check', '.']);
check('Types', 'typescript/bin/tsc', ['--noEmit']);
check('Dead code', 'knip/bin/knip.js', []);
check('Known vulnerabilities', '../tests/audit.mjs', []);
suite(
  'vitest.json',
  ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  'Unit, property and store tests',
  'vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
);
check('Build', 'next/dist/bin/next', ['build']);
suite(
  'playwright.json',
  ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  'Browser tests',
  '@playwright/test/cli.js',
  ['test', '--reporter=list,json'],
  { PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json` },
);

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
