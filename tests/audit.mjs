/**
 * Asks the registry for known vulnerabilities of what runs in production, and fails on a high or critical one. Where
 * the registry keeps no such list, or cannot be reached, it says so: then nothing was audited, and nothing failed.
 */
import { spawnSync } from 'node:child_process';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 60_000,
});

const report = read(stdout);
const counts = report?.metadata?.vulnerabilities;
if (counts === undefined) {
  const why = error?.message ?? report?.message ?? 'npm gave no report';
  process.stdout.write(`The registry answers no audit (${why}): the dependencies were not audited.\n`);
} else {
  const bad = Object.values(report.vulnerabilities).filter(({ severity }) =>
    /^(high|critical)$/.test(severity),
  );
  for (const { name, severity, via } of bad)
    process.stdout.write(`${name}: ${severity}. ${via.map((each) => each.title ?? each).join('; ')}\n`);
  process.stdout.write(
    `${report.metadata.dependencies.prod} production dependencies audited, ${bad.length} with a high or critical vulnerability, ${counts.total} with any.\n`,
  );
  process.exitCode = bad.length > 0 ? 1 : 0;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
