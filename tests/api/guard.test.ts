import { describe, expect, test } from 'vitest';
import { GET as getHealth } from '@/app/api/health/route';
import { error } from './contract';
import { ask, letIn, routes } from './everyRoute';
import { serving } from './serving';

serving();

const here = { host: '127.0.0.1:3000' };

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
    for (const { status, text } of await Promise.all(routes.map((route) => ask(route, headers)))) {
      expect(status).toBe(403);
      expect(error.parse(JSON.parse(text)).error.code).toBe('host-refused');
    }
  });
  test.each(['127.0.0.1:3000', '127.0.0.1', 'localhost:3000', 'LOCALHOST', '[::1]:3000'])(
    '%s may',
    async (host) => {
      expect((await ask('requests', { host })).status).toBe(200);
    },
  );
});

describe('answers', () => {
  test.each(routes)('of %s are kept by no cache', async (route) => {
    const { status, headers } = await ask(route, here);
    expect(status).toBe(letIn(route));
    expect(headers.get('cache-control')).toBe('no-store');
  });
  test.each(['', 'nonsense=1'])('to “%s” are JSON', async (query) => {
    const { headers } = await ask('requests', here, { query });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

describe('a route that does something', () => {
  test('takes JSON alone, which a page of another site cannot send unasked', async () => {
    const { status, text } = await ask('sync', { ...here, 'content-type': 'text/plain' });
    expect(status).toBe(400);
    expect(error.parse(JSON.parse(text)).error.code).toBe('bad-parameter');
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
