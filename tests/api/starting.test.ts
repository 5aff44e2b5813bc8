import { expect, test } from 'vitest';
import { GET as getHealth } from '@/app/api/health/route';
import { GET as getRequests } from '@/app/api/requests/route';
import { log } from '@/lib/log';
import { error } from './contract';
import { get } from './serving';

log.level = 'silent';

test('before the server has started health is unavailable', async () => {
  const response = await getHealth();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'unavailable' });
});

test('before the server has started every other answer asks for patience', async () => {
  const { status, body } = await get(getRequests, 'requests', {});
  expect(status).toBe(503);
  expect(error.parse(body).error.code).toBe('store-unavailable');
});
