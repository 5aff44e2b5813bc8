import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { withoutValues } from '@/lib/log';
import { sampleText } from '../audit/wrappers';
import { run } from './running';

const folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'sesame-open-7fQ~x';
const reason = 'Justification-of-Mallory';
const token = `eyJhbGciOiJub25lIn0.${Buffer.from(reason).toString('base64url')}.signature`;

const line = z.object({ level: z.string(), time: z.iso.datetime(), msg: z.string() });

test('neither secrets, nor tokens, nor texts of the records are printed, whatever fails', async () => {
  const rows = sampleText('log-analytics.ndjson').trim().split('\n');
  const hostile = rows.map((row) =>
    row.replaceAll(/"justification":"[^"]*"/gi, `"justification":"${reason}"`),
  );
  const broken = [
    `{"TimeGenerated":"${reason}`,
    `{"TimeGenerated":"${reason}","OperationName":["${reason}"]}`,
  ];
  writeFileSync(path.join(folder, 'exports.ndjson'), [...hostile, ...broken].join('\n'));
  writeFileSync(path.join(folder, 'exports.csv'), `Date (UTC),CorrelationId\n"${reason},${reason}\n`);
  const rules = path.join(folder, 'rules.json');
  writeFileSync(rules, `[{"name":"${reason}"`);
  const running = run({
    AUDIT_LOGS_PATH: folder,
    EXCLUSION_RULES_FILE: rules,
    AZURE_CLIENT_SECRET: secret,
    HOSTILE_TEXT: reason,
    LOG_LEVEL: 'debug',
    WAIT_UNTIL_LOADED: '1',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${secret}`,
    OTEL_METRIC_EXPORT_INTERVAL: '200',
    OTEL_EXPORTER_OTLP_TIMEOUT: '200',
  });
  const address = await running.address();
  await running.said('loaded');
  const headers = { authorization: `Bearer ${token}` };
  for (const asked of [
    '/failing',
    `/failing?q=${reason}`,
    `/api/requests?q=${reason}`,
    `/api/requests?${reason}=1`,
  ])
    await fetch(address + asked, { headers });
  const begun = performance.now();
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(performance.now() - begun).toBeLessThan(15_000);
  const printed = running.printed();
  for (const word of [secret, reason, token]) expect(printed).not.toContain(word);
  const lines = printed.split('\n').filter((text) => text !== '' && !text.startsWith('! '));
  const said = lines.map((text) => line.parse(JSON.parse(text)).msg);
  for (const message of ['started', 'request failed', 'stopped']) expect(said).toContain(message);
  expect(said.filter((message) => message === 'metrics could not be exported')).toHaveLength(1);
});

test.each([
  [
    "Conversion Error: Could not convert string 'why' to INT32\n\nLINE 1: SELECT 'why'",
    "Conversion Error: Could not convert string '…' to INT32",
  ],
  [`Could not convert 'it's "why"' here`, "Could not convert '…' here"],
  ['Unexpected token w in JSON at "why" is not valid', 'Unexpected token w in JSON at "…" is not valid'],
  [`refused ${token}`, 'refused …'],
  ['x'.repeat(1000), 'x'.repeat(300)],
])('what an error quotes is cut', (message, cut) => expect(withoutValues(new Error(message))).toBe(cut));
