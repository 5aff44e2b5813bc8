import { createServer } from 'node:https';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readerOf } from '@/lib/auth/readerOf';
import type { SignInEnv } from '@/lib/env';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { newSigningKey } from '../doubles/openid/signingKey';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';

let openId: OpenId;
beforeAll(async () => {
  openId = await startOpenId({ appOrigins: [], tls: makeTls(tlsFolder) });
});
afterAll(() => openId.close());
/** Each test starts hours after the one before it, so that none meets what another left resting. */
let start = Date.parse('2026-08-01T00:00:00Z');
beforeEach(() => {
  start += 3 * 3_600_000;
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  openId.isDown = false;
});
afterEach(() => vi.useRealTimers());

/** A product that has not asked the authority for anything yet. */
function freshProduct(): SignInEnv {
  const { tenant, clientId, authorityHost } = openId;
  return { tenant, clientId, authorityHost, scopesFile: null };
}

/** How the product answers who holds this token: the reader's name, or the code of the refusal. */
function outcome(token: string, product: SignInEnv): Promise<string | null> {
  const request = new Request('http://127.0.0.1', { headers: { authorization: `Bearer ${token}` } });
  return readerOf(request, product).then(
    ({ name }) => name,
    (error) => error.code,
  );
}

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const good = () => openId.tokenFor('analyst');
/** Tokens whose key ids nobody knows, each another. */
const strange = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      openId.tokenFor('analyst', { header: { kid: `strange-${at}` } }),
    ),
  );

/** How often keys and discovery document are asked for while this runs. */
async function askedDuring(run: () => Promise<unknown>) {
  const { keys, discovery } = openId.asked;
  await run();
  return { keys: openId.asked.keys - keys, discovery: openId.asked.discovery - discovery };
}

describe('keys', () => {
  test('are asked for once, and not again for each token', async () => {
    const product = freshProduct();
    const asked = await askedDuring(async () => {
      for (let turn = 0; turn < 5; turn++)
        expect(await outcome(await good(), product)).toBe(openId.users.analyst.name);
    });
    expect(asked).toEqual({ keys: 1, discovery: 1 });
  });
  test('that are new are known from the end of the cooldown on', async () => {
    const product = freshProduct();
    await outcome(await good(), product);
    await openId.rotateKey();
    expect(await outcome(await good(), product)).toBe('token-refused');
    pass(31);
    expect(await outcome(await good(), product)).toBe(openId.users.analyst.name);
  });
  test('that were withdrawn are forgotten within the hour', async () => {
    const product = freshProduct();
    await outcome(await good(), product);
    const old = await openId.tokenFor('analyst', { claims: { exp: Math.floor(Date.now() / 1000) + 7200 } });
    await openId.rotateKey();
    pass(3601);
    expect(await outcome(old, product)).toBe('token-refused');
  });
});

describe('a flood of tokens with unknown key ids', () => {
  test('asks for keys once in a cooldown, and good tokens pass meanwhile', async () => {
    const product = freshProduct();
    await outcome(await good(), product);
    const tokens = await strange(50);
    for (const keys of [0, 1, 1]) {
      const asked = await askedDuring(async () => {
        const outcomes = await Promise.all(tokens.map((token) => outcome(token, product)));
        expect(new Set(outcomes)).toEqual(new Set(['token-refused']));
        for (const token of tokens) await outcome(token, product);
        expect(await outcome(await good(), product)).toBe(openId.users.analyst.name);
      });
      expect(asked).toEqual({ keys, discovery: 0 });
      pass(31);
    }
  });
  test('leaves an authority alone that is down', async () => {
    const product = freshProduct();
    await outcome(await good(), product);
    const tokens = await strange(20);
    openId.isDown = true;
    pass(31);
    const asked = await askedDuring(async () => {
      for (const token of tokens) expect(await outcome(token, product)).toBe('authority-unreachable');
    });
    expect(asked).toEqual({ keys: 1, discovery: 0 });
    expect(await outcome(await good(), product)).toBe(openId.users.analyst.name);
  });
});

describe('an authority that is down at first', () => {
  test('is asked again after a moment, and not by every token', async () => {
    const product = freshProduct();
    openId.isDown = true;
    const asked = await askedDuring(async () => {
      for (let turn = 0; turn < 20; turn++)
        expect(await outcome(await good(), product)).toBe('authority-unreachable');
    });
    expect(asked).toEqual({ keys: 0, discovery: 1 });
    openId.isDown = false;
    pass(6);
    expect(await outcome(await good(), product)).toBe(openId.users.analyst.name);
  });
});

describe('a discovery document is not believed', () => {
  const tenant = '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10';
  const issuer = `https://login.example/${tenant}/v2.0`;
  const jwks_uri = 'https://127.0.0.1:9/keys';
  test.each([
    ['that is no JSON', 200, 'nothing'],
    ['without keys', 200, JSON.stringify({ issuer })],
    ['whose keys come without TLS', 200, JSON.stringify({ issuer, jwks_uri: 'http://127.0.0.1:9/keys' })],
    [
      'of every tenant at once',
      200,
      JSON.stringify({ issuer: issuer.replace(tenant, '{tenantid}'), jwks_uri }),
    ],
    ['of version 1', 200, JSON.stringify({ issuer: `https://sts.windows.net/${tenant}/`, jwks_uri })],
    ['that comes with an error', 500, JSON.stringify({ issuer, jwks_uri })],
    ['that lies elsewhere', 302, ''],
    ['whose keys cannot be reached', 200, JSON.stringify({ issuer, jwks_uri })],
  ])('%s', async (_rule, status, body) => {
    const { key, cert } = makeTls(tlsFolder);
    const server = createServer({ key, cert }, (_request, response) =>
      response.writeHead(status, { location: `${openId.url}/.well-known/openid-configuration` }).end(body),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const product = { ...freshProduct(), tenant, authorityHost: `https://127.0.0.1:${port}` };
    const { sign } = await newSigningKey();
    expect(await outcome(await sign({ iss: issuer }), product)).toBe('authority-unreachable');
    server.closeAllConnections();
    server.close();
  });
});
