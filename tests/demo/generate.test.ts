import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const place = mkdtempSync(path.join(tmpdir(), 'generate-'));
afterAll(() => rmSync(place, { recursive: true }));

function generate(...args: string[]) {
  const command = ['--conditions=react-server', '--import', 'tsx', 'lib/demo/generate.ts', ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

test('the command writes as many lines as it says', () => {
  const out = path.join(place, 'sample.ndjson');
  const { status, stdout } = generate('--requests', '150', '--until', '2026-08-20T12:00:00Z', '--out', out);
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(status).toBe(0);
  expect(stdout).toContain(`${lines.length.toLocaleString('en')} records`);
});

test.each([
  [['--requests', '10'], '--out'],
  [['--out', path.join(place, 'a'), '--requests', 'many'], '--requests must be a number, not “many”.'],
  [['--out', path.join(place, 'a'), '--days', '3'], 'days must be a whole number from 30 to 3650.'],
  [['--out', path.join(place, 'a'), '--colour', 'red'], '--colour'],
  [['--out', '/dev/null/a'], 'is a file'],
])('%j is refused in one sentence', (args, words) => {
  const { status, stdout, stderr } = generate(...args);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
