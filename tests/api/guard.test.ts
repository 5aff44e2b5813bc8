import { describe, expect, test } from 'vitest';
import { GET as getCoverage } from '@/app/api/coverage/route';
import { GET as getHealth } from '@/app/api/health/route';
import { GET as getHunting } from '@/app/api/hunting-query/route';
import { GET as getRequest } from '@/app/api/requests/[id]/route';
import { GET as getRequests } from '@/app/api/requests/route';
import { GET as getSummary } from '@/app/api/summary/route';
import { error } from './contract';
import { get, serving } from './serving';

serving();

const routes = {
  requests: getRequests,
  summary: getSummary,
  'hunting-query': getHunting,
  coverage: getCoverage,
};

describe('a page of another site that resolves to this machine may not ask', () => {
  const hosts: Record<string, string>[] = [
    { host: 'evil.example' },
    { host: 'evil.example:3000' },
    { host: '127.0.0.1.evil.example' },
    { host: 'localhost.evil.example:3000' },
    { host: '192.0.2.1:3000' },
    { host: '127.0.0.1@evil.example' },
    {},
  ];
  test.each(hosts)('%o', async (headers) => {
    const answers = [
      ...(await Promise.all(Object.entries(routes).map(([name, GET]) => get(GET, name, {}, headers)))),
      await get(getRequest, 'requests/x', { id: 'x' }, headers),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(error.parse(body).error.code).toBe('host-refused');
    }
  });
  test.each(['127.0.0.1:3000', '127.0.0.1', 'localhost:3000', 'LOCALHOST', '[::1]:3000'])(
    '%s may',
    async (host) => {
      expect((await get(getRequests, 'requests', {}, { host })).status).toBe(200);
    },
  );
});

describe('answers', () => {
  test.each(Object.entries(routes))('of %s are JSON that no cache keeps', async (name, GET) => {
    const { headers } = await get(GET, name, {});
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('health', () => {
  test('says that the server can answer and nothing about the data', async () => {
    const response = await getHealth();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
