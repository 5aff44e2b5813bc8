import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

/** What the audit says with a registry that answers its question so. */
async function audited(status: number, body: unknown): Promise<{ code: unknown; said: string }> {
  const registry = createServer((request, response) => {
    request.resume();
    const isBulk = request.url === '/-/npm/v1/security/advisories/bulk';
    response.writeHead(isBulk ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isBulk ? body : {}));
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  // npm remembers an advisory by its id, so each question has a memory of its own.
  const cache = await mkdtemp(path.join(tmpdir(), 'access-package-approvals-audit-'));
  const child = spawn(process.execPath, ['tests/audit.mjs'], {
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
      npm_config_cache: cache,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  registry.close();
  await rm(cache, { recursive: true });
  return { code, said };
}

const advisory = (severity: string) => ({
  id: 1,
  url: 'https://example.com/advisory',
  title: 'Log lines can be forged',
  severity,
  vulnerable_versions: '>=0.0.0',
  cwe: [],
  cvss: { score: 8, vectorString: null },
});

test.each([
  ['nothing known is passed', 200, {}, 0, /^\d+ production dependencies audited, 0 with a high/],
  [
    'something moderate is passed and counted',
    200,
    { pino: [advisory('moderate')] },
    0,
    /0 with a high or critical vulnerability, 1 with any/,
  ],
  [
    'something high fails, by name',
    200,
    { pino: [advisory('high')] },
    1,
    /^pino: high\. Log lines can be forged\n/,
  ],
  ['something critical fails, by name', 200, { next: [advisory('critical')] }, 1, /^next: critical\./],
  ['a development dependency is not asked about', 200, { vitest: [advisory('critical')] }, 0, /, 0 with any/],
  [
    'a registry without audits is said',
    405,
    {},
    0,
    /^The registry answers no audit \(.*405.*were not audited/,
  ],
  ['a registry that fails is said', 500, {}, 0, /^The registry answers no audit/],
])('%s', async (_, status, body, code, says) => {
  const audit = await audited(status, body);
  expect(audit.said).toMatch(says);
  expect(audit.code).toBe(code);
});
