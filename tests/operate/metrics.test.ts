import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { log } from '@/lib/log';
import { noteAnswer, noteQuery, startMetrics, stopMetrics } from '@/lib/metrics';

let collector: Server | null = null;

/** Starts a collector that answers with this status, and has the product export to it; answers what it got. */
async function collecting(status: number): Promise<{ type: string | undefined; body: string }[]> {
  const got: { type: string | undefined; body: string }[] = [];
  const opened = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    got.push({
      type: request.headers['content-type'],
      body: `${request.url} ${Buffer.concat(parts).toString('latin1')}`,
    });
    response.writeHead(status).end();
  });
  collector = opened;
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(opened.address() as AddressInfo).port}`);
  return got;
}

afterEach(async () => {
  await stopMetrics();
  collector?.close();
  collector = null;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('metrics go out by OTLP', () => {
  test('under the names of the semantic conventions, with patterns and codes and nothing else', async () => {
    const got = await collecting(200);
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=blue');
    await startMetrics(60_000, (meter) => {
      meter.createObservableGauge('looked.at').addCallback((seen) => seen.observe(7));
    });
    noteAnswer({ route: '/api/requests/[id]', status: 404, seconds: 0.02, error: 'not-found' });
    noteQuery({ seconds: 0.004, failed: false });
    await stopMetrics();
    expect(got.map(({ type }) => type)).toEqual(['application/x-protobuf']);
    for (const word of [
      '/v1/metrics',
      'http.server.request.duration',
      '/api/requests/[id]',
      'not-found',
      'db.client.operation.duration',
      'duckdb',
      'looked.at',
      'access-package-approvals',
      'deployment.environment.name',
      'blue',
    ])
      expect(got[0]?.body).toContain(word);
    expect(got[0]?.body).not.toContain('_OTHER');
  });

  test('what is noted before they start, and after they stop, costs nothing and goes nowhere', async () => {
    const got = await collecting(200);
    noteAnswer({ route: '/api/early', status: 200, seconds: 1 });
    await startMetrics(60_000, () => undefined);
    noteQuery({ seconds: 1, failed: true });
    await stopMetrics();
    noteAnswer({ route: '/api/late', status: 200, seconds: 1 });
    expect(got.map(({ body }) => body).join()).toMatch(/_OTHER/);
    expect(got.map(({ body }) => body).join()).not.toMatch(/early|late/);
  });
});

describe('a collector that fails', () => {
  test('is named once in the log, however often it fails', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '100');
    await collecting(400);
    const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined);
    await startMetrics(100, (meter) => {
      meter.createObservableGauge('looked.at').addCallback((seen) => seen.observe(7));
    });
    const answered = { times: 0 };
    collector?.on('request', () => {
      answered.times += 1;
    });
    await vi.waitFor(() => expect(answered.times).toBeGreaterThan(3), { timeout: 20_000 });
    expect(warn.mock.calls.map(([, said]) => said)).toEqual(['metrics could not be exported']);
  });
});
