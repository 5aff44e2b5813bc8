import { afterAll, expect, test, vi } from 'vitest';
import { GET as getLive } from '@/app/api/health/live/route';
import { GET as getReady } from '@/app/api/health/ready/route';
import { GET as getHealth } from '@/app/api/health/route';
import { refuseQuestions, server, startServer } from '@/lib/server';

const probes = { '': getHealth, '/live': getLive, '/ready': getReady };

/** What the three probes say, with their statuses. */
async function said(): Promise<string[]> {
  return Promise.all(
    Object.values(probes).map(async (probe) => {
      const answer = await probe();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const body = await answer.json();
      expect(Object.keys(body)).toEqual(['status']);
      return `${answer.status} ${body.status}`;
    }),
  );
}

afterAll(() => vi.restoreAllMocks());

/** One life of a process, in order: each state holds for the ones after it. */
test('live holds as long as the process answers; ready while the store does and no signal came', async () => {
  expect(await said()).toEqual(['503 unavailable', '200 live', '503 unavailable']);
  const inbound = await startServer({ AUDIT_LOGS_PATH: import.meta.dirname, LOG_LEVEL: 'silent' });
  expect(inbound.progress.state).toBe('loading');
  expect(await said()).toEqual(['200 ok', '200 live', '200 ready']);

  const { all } = inbound.store;
  const stuck = vi
    .spyOn(inbound.store, 'all')
    .mockImplementation((sql, bindings) =>
      sql === 'SELECT 1' ? new Promise(() => undefined) : all(sql, bindings),
    );
  await Promise.all(Array.from({ length: 20 }, getReady));
  expect(stuck.mock.calls.filter(([sql]) => sql === 'SELECT 1')).toHaveLength(1);
  expect(await said()).toEqual(['200 ok', '200 live', '503 unavailable']);
  stuck.mockRestore();
  expect(await said()).toEqual(['200 ok', '200 live', '200 ready']);

  const { store } = await server();
  refuseQuestions();
  expect(await said()).toEqual(['503 unavailable', '200 live', '503 unavailable']);
  await inbound.stop();
  await store.close();
});
