import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POST } from '@/app/api/sync/route';
import { admit, type Kind, rememberedReaders } from '@/lib/limits/admit';
import { Bucket } from '@/lib/limits/bucket';
import { error } from '../api/contract';
import { ask, letIn, routes } from '../api/everyRoute';
import { signedIn } from '../auth/signedIn';
import type { PersonName } from '../doubles/openid/people';

const { openId } = signedIn();
const as = async (name: PersonName) => ({ authorization: `Bearer ${await openId().tokenFor(name)}` });
/** Somebody whom nobody else in this file asks as. */
const oidOf = (reader: string) =>
  `ac0de000-0000-4000-8000-${Buffer.from(reader).toString('hex').padStart(12, '0').slice(-12)}`;
const asOwn = async (reader: string) => ({
  authorization: `Bearer ${await openId().tokenFor('analyst', { claims: { oid: oidOf(reader) } })}`,
});
const refusal = (text: string) => error.parse(JSON.parse(text)).error;
const stays = () => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
};

test('a bucket gives no more in any span than its burst and what came back in it', () => {
  const pauses = fc.array(fc.nat(400), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 50 }),
      pauses,
      (burst, perSecond, given) => {
        let now = 0;
        const bucket = new Bucket({ burst, perSecond }, now);
        const taken: number[] = [];
        for (const pause of given) {
          now += pause;
          const wait = bucket.take(now);
          if (wait === null) taken.push(now);
          else {
            expect(wait).toBeGreaterThan(0);
            expect(wait).toBeLessThanOrEqual(1 / perSecond);
          }
        }
        for (const [first, from] of taken.entries())
          for (const [more, to] of taken.slice(first).entries())
            expect(more + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * perSecond + 1e-6);
      },
    ),
  );
});

describe('the pace of one reader', () => {
  test.each([
    ['question', 240, 60],
    ['export', 20, 20 / 60],
    ['workspace', 10, 10 / 60],
    ['sync', 6, 6 / 60],
  ] as const)('of kind %s: %i at once and then %d a second', async (kind, burst, perSecond) => {
    const now = performance.now();
    const asks = async (at: number) => (await admit(`pace-${kind}`, kind, stays(), at))();
    for (let n = 0; n < burst; n++) await asks(now);
    const wait = Math.max(1, Math.ceil(1 / perSecond));
    await expect(asks(now)).rejects.toMatchObject({
      code: 'too-many-questions',
      status: 429,
      retryAfterSeconds: wait,
    });
    await asks(now + 1001 / perSecond);
    await expect(asks(now + 1001 / perSecond)).rejects.toMatchObject({ code: 'too-many-questions' });
  });
  test('is theirs alone, and each kind has its own', async () => {
    const now = performance.now();
    for (let n = 0; n < 6; n++) (await admit('first', 'sync', stays(), now))();
    await expect(admit('first', 'sync', stays(), now)).rejects.toMatchObject({ status: 429 });
    (await admit('first', 'question', stays(), now))();
    (await admit('second', 'sync', stays(), now))();
  });
  test('is not bounded where one reader sits at the machine', async () => {
    const now = performance.now();
    for (let n = 0; n < 1000; n++) (await admit(null, 'question', stays(), now))();
  });
  test('is forgotten once they have asked nothing for a while', async () => {
    const now = performance.now() + 600_000;
    for (let n = 0; n < 500; n++) (await admit(`visitor-${n}`, 'question', stays(), now))();
    expect(rememberedReaders()).toBeGreaterThanOrEqual(500);
    (await admit('last', 'question', stays(), now + 120_000))();
    expect(rememberedReaders()).toBe(1);
  });
});

describe('what one reader has under way', () => {
  test('is sixteen questions; two hundred more wait, and the next one is refused', async () => {
    const running = await Promise.all(Array.from({ length: 16 }, () => admit(null, 'question', stays())));
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    const waiting = Array.from({ length: 200 }, () => admit(null, 'question', leaving.signal));
    await expect(admit(null, 'question', stays())).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 1,
    });
    (await admit('another', 'question', stays()))();
    leaving.abort();
    for (const each of waiting) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
    const next = admit(null, 'question', stays());
    running[0]?.();
    (await next)();
    for (const end of running.slice(1)) end();
  });
});

const kinds: Record<string, Kind> = {
  export: 'export',
  'hunting-query/workspace': 'workspace',
  sync: 'sync',
};
const bursts: Record<Kind, number> = { question: 240, export: 20, workspace: 10, sync: 6 };

test.each(routes)('the pace of %s is that of its kind', async (route) => {
  const kind = kinds[route] ?? 'question';
  const reader = `p${routes.indexOf(route)}`;
  // So far ahead that nothing comes back meanwhile.
  const now = performance.now() + 60_000;
  for (const [other, burst] of Object.entries(bursts) as [Kind, number][])
    for (let n = 0; n < burst; n++) if (other !== kind) (await admit(oidOf(reader), other, stays(), now))();
  expect((await ask(route, await asOwn(reader))).status).toBe(letIn(route));
  for (let n = 0; n < bursts[kind]; n++) (await admit(oidOf(reader), kind, stays(), now))();
  const { status, headers, text } = await ask(route, await asOwn(reader));
  expect([status, refusal(text).code]).toEqual([429, 'too-many-questions']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

describe('a reader who asks too fast', () => {
  test('is told when to come again, and others are answered meanwhile', async () => {
    const [analyst, other] = [await as('analyst'), await as('secondAnalyst')];
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => ask('requests/[id]', analyst, { part: 'nobody' })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, text } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(refusal(text)).toMatchObject({
        code: 'too-many-questions',
        message: expect.stringMatching(/Try again in 1 second\.$/),
      });
    }
    expect((await ask('requests', other)).status).toBe(200);
  });
  test('may look for new records six times in a row', async () => {
    const owner = await as('secondAnalyst');
    for (let n = 0; n < 6; n++) expect((await ask('sync', owner)).status).toBe(200);
    const { status, headers } = await ask('sync', owner);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(5);
  });
});

describe('what is sent', () => {
  const post = async (init: RequestInit & { duplex?: 'half' }) => {
    const headers = { ...(await asOwn('overage')), 'content-type': 'application/json', ...init.headers };
    const request = new Request('http://127.0.0.1:3000/api/sync', { method: 'POST', ...init, headers });
    return POST(request, { params: Promise.resolve({}) });
  };
  test.each([
    [0, 200],
    [65_536, 200],
    [65_537, 413],
    [5_000_000, 413],
  ])('as a body of %i bytes: %i', async (bytes, status) => {
    const response = await post({ body: ' '.repeat(bytes) });
    expect(response.status).toBe(status);
    if (status === 413) expect(refusal(await response.text()).code).toBe('body-too-large');
  });
  test('as a body without an end is read no further than it may be long', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const response = await post({ body, duplex: 'half' });
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(80_000);
  });
  test('as a length that is not true is not believed', async () => {
    const response = await post({ body: ' '.repeat(70_000), headers: { 'content-length': '10' } });
    expect(response.status).toBe(413);
  });
  test.each([
    [12_288, 'bad-parameter'],
    [12_289, 'address-too-long'],
    [100_000, 'address-too-long'],
  ])('as an address of %i characters: %s', async (length, code) => {
    const query = `q=${'a'.repeat(length - '/api/requests?q='.length)}`;
    const { status, text } = await ask('requests', await asOwn('long'), { query });
    expect(status).toBe(code === 'bad-parameter' ? 400 : 414);
    expect(refusal(text).code).toBe(code);
  });
  test('without a good token is looked at no further', async () => {
    const long = await ask('requests', {}, { query: `q=${'a'.repeat(20_000)}` });
    expect(long.status).toBe(401);
  });
});
