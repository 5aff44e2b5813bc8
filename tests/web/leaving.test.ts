import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { server } from '@/lib/server';
import { ask, letIn, routes } from '../api/everyRoute';
import { serving } from '../api/serving';
import { logged } from './logged';

serving();
const { lines } = logged();

const here = { host: '127.0.0.1:3000' };

/** Makes the store forget what it has answered, so that the next questions are asked anew. */
async function anew(): Promise<void> {
  await (await server()).store.write(async () => undefined);
}

async function leavingAfter(route: string, ms: number) {
  const reader = new AbortController();
  void setTimeout(ms).then(() => reader.abort());
  try {
    const { status } = await ask(route, here, {}, reader.signal);
    return status;
  } catch (error) {
    // What was answered in time and then called off while it was read.
    expect(String(error)).toMatch(/AbortError|called off/);
    return 200;
  }
}

describe('a reader who navigates away', () => {
  test.each(routes)('from %s is answered nothing, and the log has no error of it', async (route) => {
    for (const ms of [0, 1, 3, 10, 30]) {
      await anew();
      expect([letIn(route), 499]).toContain(await leavingAfter(route, ms));
    }
    const said = lines().map((line): { level: string; status?: number; error?: string } => JSON.parse(line));
    expect(said.filter(({ level }) => level !== 'info')).toEqual([]);
    for (const { error } of said.filter(({ status }) => status === 499)) expect(error).toBe('left');
  });
  test('is answered nothing when they were gone before', async () => {
    const { status, text } = await ask('summary', here, {}, AbortSignal.abort());
    expect({ status, text }).toEqual({ status: 499, text: '' });
  });
  test.each(['summary', 'requests', 'coverage'])(
    'from %s takes no answer from who asked the same',
    async (route) => {
      for (const ms of [0, 1, 3, 10, 30]) {
        await anew();
        const [, stays] = await Promise.all([leavingAfter(route, ms), ask(route, here)]);
        expect(stays.status).toBe(200);
      }
    },
  );
});
