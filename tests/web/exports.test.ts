import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/export/route';
import { takeSlot } from '@/lib/export/slots';
import { serving } from '../api/serving';
import { listening, quickClient, slowClient } from './listening';

serving();

let port = 0;
let close = async () => {};
beforeAll(async () => {
  ({ port, close } = await listening(GET));
});
afterAll(() => close());

const path = '/api/export?format=ndjson';
const never = () => new AbortController().signal;
/** Whether a promise is settled once what can happen without waiting has happened. */
const isSettled = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), setTimeout(20, false)]);

describe('places of exports', () => {
  test('are two at once for a reader and four in all; others wait, and go on in order', async () => {
    const [a, b, c] = ['a', 'b', 'c'];
    const first = await Promise.all([takeSlot(a, never()), takeSlot(a, never())]);
    const third = takeSlot(a, never());
    expect(await isSettled(third)).toBe(false);
    const others = await Promise.all([takeSlot(b, never()), takeSlot(b, never())]);
    const fifth = takeSlot(c, never());
    expect(await isSettled(fifth)).toBe(false);
    others[0]?.();
    const endFifth = await fifth;
    expect(await isSettled(third)).toBe(false);
    first[0]?.();
    const endThird = await third;
    for (const end of [first[1], others[1], endThird, endFifth]) end?.();
  });
  test('wait for fifty at most; the next one is refused and told when to come again', async () => {
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const running = await Promise.all(['a', 'a', 'b', 'b'].map((reader) => takeSlot(reader, never())));
    const waiting = Array.from({ length: 50 }, (_, n) => takeSlot(`reader-${n % 5}`, leaving.signal));
    await expect(takeSlot('last', never())).rejects.toMatchObject({
      code: 'exports-busy',
      status: 503,
      retryAfterSeconds: 60,
    });
    leaving.abort();
    for (const each of waiting) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
    for (const end of running) end();
    (await takeSlot('last', never()))();
  });
  test('wait for ten of one reader at most, so that others get in', async () => {
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const running = await Promise.all([takeSlot('a', never()), takeSlot('a', never())]);
    const waiting = Array.from({ length: 60 }, () => takeSlot('a', leaving.signal));
    const ends = Promise.allSettled(waiting);
    const others = await Promise.all([takeSlot('b', never()), takeSlot('b', never())]);
    leaving.abort();
    const codes = (await ends).map(
      (end) => end.status === 'rejected' && (end.reason.code ?? end.reason.name),
    );
    expect(codes.filter((code) => code === DOMException.ABORT_ERR)).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-many-questions')).toHaveLength(50);
    for (const end of [...running, ...others]) end();
  });
  test('are not bounded so where one reader sits at the machine', async () => {
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const running = await Promise.all([takeSlot(null, never()), takeSlot(null, never())]);
    const waiting = Array.from({ length: 50 }, () => takeSlot(null, leaving.signal));
    leaving.abort();
    for (const each of waiting) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
    for (const end of running) end();
  });
});

/** An export whose client takes nothing of it, which keeps its place. */
async function stalled(): Promise<Response> {
  return GET(new Request(`http://127.0.0.1:${port}${path}`, { headers: { host: `127.0.0.1:${port}` } }), {
    params: Promise.resolve({}),
  });
}

describe('fifty exports at once over HTTP', () => {
  test('wait for those that stall; whose clients leave give up their turn, and all others arrive whole', async () => {
    const whole = await quickClient(port, path);
    expect(whole.status).toBe(200);
    const stalling = await Promise.all([stalled(), stalled()]);
    const leaving = Array.from({ length: 20 }, () => slowClient(port, path));
    const staying = Array.from({ length: 28 }, () => quickClient(port, path));
    expect(await Promise.all(staying.map(isSettled))).toEqual(staying.map(() => false));
    for (const each of leaving) each.destroy();
    for (const { body } of stalling) await body?.cancel();
    for (const answer of await Promise.all(staying)) expect(answer).toEqual(whole);
  });
  test('leave no place taken behind, whenever their clients leave', async () => {
    for (const ms of [0, 5, 20, 60]) {
      const leaving = Array.from({ length: 10 }, () => slowClient(port, path));
      await setTimeout(ms);
      for (const each of leaving) each.destroy();
    }
    const ends = await Promise.all(['a', 'a', null, null].map((reader) => takeSlot(reader, never())));
    for (const end of ends) end();
  });
});
