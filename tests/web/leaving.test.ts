import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { handle } from '@/lib/handle';
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

/** One route's answer to a reader who leaves in the middle of it, as `answer` has it, and what the log says besides. */
async function leavingFor(answer: (leave: () => void) => Promise<object>) {
  const reader = new AbortController();
  const route = handle<object>(['rules'], () => answer(() => reader.abort()));
  const request = new Request('http://127.0.0.1:3000/api/requests', { headers: here, signal: reader.signal });
  const { status } = await route(request, { params: Promise.resolve({}) });
  const said = lines().map((line): { msg: string; level: string; err?: { message: string } } =>
    JSON.parse(line),
  );
  return { status, said: said.filter(({ level }) => level !== 'info') };
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
  test('is no error in the log, and an error of the server that comes then is one', async () => {
    const leaves = async (leave: () => void) => {
      leave();
      return (await server()).store.until({ reader: null, signal: AbortSignal.abort() }).all('SELECT 1');
    };
    expect(await leavingFor(leaves)).toEqual({ status: 499, said: [] });
    const fails = async (leave: () => void): Promise<object> => {
      leave();
      throw new AppError('disk-full', 'The disk is full.');
    };
    const error = {
      level: 'error',
      msg: 'request failed',
      err: expect.objectContaining({ code: 'disk-full' }),
    };
    expect(await leavingFor(fails)).toMatchObject({ status: 499, said: [error] });
  });
  test('while new records are looked for is waited for no longer, and the looking goes on', async () => {
    const inbound = await server();
    let looked = 0;
    const refresh = () => {
      looked += 1;
      return new Promise<void>(() => undefined);
    };
    const { refresh: own } = inbound;
    Object.assign(inbound, { refresh });
    try {
      const begun = performance.now();
      expect(await leavingAfter('sync', 30)).toBe(499);
      expect(performance.now() - begun).toBeLessThan(5000);
      expect(looked).toBe(1);
    } finally {
      Object.assign(inbound, { refresh: own });
    }
  });
});
