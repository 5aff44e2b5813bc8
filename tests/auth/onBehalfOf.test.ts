import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBehalfOf } from '@/lib/auth/onBehalfOf';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';

let openId: OpenId;
beforeAll(async () => {
  openId = await startOpenId({ appOrigins: ['http://127.0.0.1:3000'], tls: makeTls(tlsFolder) });
});
afterAll(() => openId.close());

const audience = 'https://api.loganalytics.io';
const { signal } = new AbortController();
const trade = (secret: string = openId.clientSecret) => {
  const { tenant, clientId, authorityHost } = openId;
  return onBehalfOf({ tenant, clientId, clientSecret: secret, authorityHost, audience });
};

test('a reader’s token is traded for one that queries workspaces as that reader', async () => {
  const found = await trade()(await openId.tokenFor('analyst'))(signal);
  const { aud, oid, scp } = decodeJwt(found.token);
  expect({ aud, oid, scp }).toEqual({ aud: audience, oid: openId.users.analyst.oid, scp: 'Data.Read' });
  expect(found.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_000_000);
});

test('the same token is traded once, and each reader’s for their own', async () => {
  const traded = trade();
  const [first, other] = [await openId.tokenFor('analyst'), await openId.tokenFor('owner')];
  const one = await traded(first)(signal);
  expect(await traded(first)(signal)).toEqual(one);
  expect(decodeJwt((await traded(other)(signal)).token).oid).toBe(openId.users.owner.oid);
});

test('a challenge of Conditional Access keeps its claims', async () => {
  openId.answerOnBehalfOf('secondAnalyst', 'challenged');
  const asked = trade()(await openId.tokenFor('secondAnalyst'))(signal);
  await expect(asked).rejects.toMatchObject({
    code: 'challenge',
    claims: expect.stringContaining('capolids'),
  });
});

test('missing consent is told with its mend', async () => {
  openId.answerOnBehalfOf('secondAnalyst', 'refused');
  const asked = trade()(await openId.tokenFor('secondAnalyst'))(signal);
  await expect(asked).rejects.toMatchObject({
    code: 'no-access',
    message: expect.stringContaining('Data.Read'),
  });
});

test('a reader’s token that has expired is told as such', async () => {
  const expired = await openId.tokenFor('analyst', { claims: { exp: Math.floor(Date.now() / 1000) - 60 } });
  await expect(trade()(expired)(signal)).rejects.toMatchObject({ code: 'token-expired' });
});

test('a secret of ours that is refused is the product’s fault, not the reader’s', async () => {
  const asked = trade('another')(await openId.tokenFor('analyst'))(signal);
  await expect(asked).rejects.toMatchObject({ code: 'environment-invalid' });
});

test('an authority that does not answer is told as such', async () => {
  openId.isDown = true;
  const asked = trade()(await openId.tokenFor('analyst'))(signal);
  await expect(asked).rejects.toMatchObject({ code: 'authority-unreachable' });
  openId.isDown = false;
});

test('a question that was taken back does not wait for the authority', async () => {
  const asked = trade()(await openId.tokenFor('analyst'))(AbortSignal.abort());
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
