import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { refusals } from '../doubles/logAnalytics/errors';
import type { Fault } from '../doubles/logAnalytics/server';
import { type Read, readBy, startProduct } from './child';
import { servedWorkspace } from './workspace';

const folder = mkdtempSync(path.join(tmpdir(), 'service-'));
const until = new Date(Date.now() - 5 * 86_400_000).toISOString();
const lines = [...generateSample({ requests: 60, until, days: 30 })];
/** Less than the one slow answer takes, and more than a process needs to begin. */
const tokenSeconds = 8;
const { service, variables } = servedWorkspace(lines, tokenSeconds);
afterAll(() => rmSync(folder, { recursive: true }));

let folders = 0;
const inFolder = () => ({ ...variables(), DATA_DIR: path.join(folder, String(++folders)) });

/** What a process says that nothing happened to. */
let whole: Read;
beforeAll(async () => {
  whole = await readBy(inFolder());
  expect(whole).toMatchObject({ state: 'complete', failure: null });
  expect(whole.requests).toBeGreaterThanOrEqual(60);
}, 60_000);

beforeEach(() => {
  service().forget();
  service().asked.length = 0;
  service().options.behindSeconds = 0;
});

const plain: Fault = { kind: 'slow', ms: 0 };
const slow: Fault = { kind: 'slow', ms: 2500 };
const outlasting: Fault = { kind: 'slow', ms: (tokenSeconds + 1) * 1000 };
const refused = (refusal: (typeof refusals)['badToken' | 'gatewayTimeout' | 'unavailable']): Fault => ({
  kind: 'refusal',
  refusal,
});
const throttled: Fault = { kind: 'refusal', refusal: refusals.throttledFor(2) };
const cut = (bytes: number): Fault => ({ kind: 'cut', bytes });

test.each<[string, Fault[]]>([
  ['is slow', [slow, plain, slow]],
  [
    'cuts its answers off, before their head and in their middle',
    [cut(0), plain, cut(20_000), plain, cut(60)],
  ],
  ['says 429 with Retry-After', [throttled, plain, throttled]],
  ['says 504', [refused(refusals.gatewayTimeout), plain, plain, refused(refusals.gatewayTimeout)]],
  [
    'answers in part',
    [plain, { kind: 'partial', wording: 'message' }, plain, { kind: 'partial', wording: 'details' }],
  ],
])(
  'a process reads everything once from a service that %s',
  async (_, faults) => {
    service().next(plain, ...faults);
    const begun = performance.now();
    expect(await readBy(inFolder())).toEqual(whole);
    if (faults.includes(throttled)) expect(performance.now() - begun).toBeGreaterThan(4000);
  },
  60_000,
);

test('a token that expires in the middle of a reading is sent no more, and the reading goes on with another', async () => {
  service().next(plain, plain, outlasting);
  expect(await readBy(inFolder())).toEqual(whole);
  const sent = service().asked.map(({ headers }) => headers.authorization);
  expect(sent[3]).not.toBe(sent[2]);
  expect(service().asked.map(({ oid }) => oid)).not.toContain(null);
}, 60_000);

test.each([
  [
    'the token is refused',
    () => service().next(plain, plain, refused(refusals.badToken)),
    /did not accept the token/,
  ],
  [
    'the service goes away',
    () => service().next(plain, plain, ...Array.from({ length: 3 }, () => cut(0))),
    /connection .* failed/,
  ],
  [
    'the clocks differ',
    () => {
      service().options.behindSeconds = 900;
    },
    /clock of this machine is 15 minutes ahead/,
  ],
])(
  'when %s, it is said, what was kept is shown, and the next start reads the rest',
  async (_, happen, says) => {
    const env = inFolder();
    happen();
    const read = await readBy(env);
    expect(read).toMatchObject({ state: 'failed', failure: expect.stringMatching(says) });
    expect(read.distinct).toBe(read.records);
    service().options.behindSeconds = 0;
    expect(await readBy(env)).toEqual(whole);
  },
  60_000,
);

test('a disk that is full of an answer is named, no answer is left on it, and the next start reads the rest', async () => {
  const env = inFolder();
  const full = startProduct(env, 40);
  expect(await full.read).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('disk is full'),
  });
  expect((await full.ended).code).toBe(0);
  const spool = readdirSync(env.DATA_DIR).find((name) => name.endsWith('.spool')) ?? '';
  expect(readdirSync(path.join(env.DATA_DIR, spool))).toEqual([]);
  expect(await readBy(env)).toEqual(whole);
}, 60_000);
