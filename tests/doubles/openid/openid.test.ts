import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTls } from '../tls';
import { tlsFolder } from '../trust';
import { Browser } from './browser';
import { challengeClaims } from './grants';
import { type OpenId, startOpenId } from './openid';
import { people } from './people';

const appOrigin = 'http://127.0.0.1:3000';
let openId: OpenId;
beforeAll(async () => {
  openId = await startOpenId({ appOrigins: [appOrigin], tls: makeTls(tlsFolder) });
});
afterAll(() => openId.close());

describe('a person who signs in', () => {
  test('gets an access token as Entra gives it, and the same person by renewal', async () => {
    const browser = new Browser(openId, appOrigin);
    const first = await browser.redeem(await browser.authorize('owner'));
    const claims = decodeJwt(first.access_token);
    expect(claims).toMatchObject({
      iss: openId.url,
      aud: openId.clientId,
      tid: openId.tenant,
      oid: people.owner.oid,
      scp: 'Approvals.Access',
      roles: people.owner.roles,
      groups: people.owner.groups,
      ver: '2.0',
    });
    expect(Object.keys(claims).sort()).toEqual(Object.keys(decodeJwt(await openId.tokenFor('owner'))).sort());
    expect(decodeProtectedHeader(first.access_token).kid).toBe(openId.publicJwk.kid);
    expect(JSON.parse(Buffer.from(first.client_info, 'base64url').toString())).toEqual({
      uid: people.owner.oid,
      utid: openId.tenant,
    });
    expect(await browser.renew(first.refresh_token)).toMatchObject({ access_token: expect.any(String) });
  });
  test('is signed in at once while the session lasts, and asked again when it was taken back', async () => {
    const browser = new Browser(openId, appOrigin);
    const { refresh_token } = await browser.redeem(await browser.authorize('analyst'));
    expect((await browser.authorize('stranger')).get('code')).not.toBeNull();
    openId.expire('analyst');
    expect(await browser.renew(refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect((await browser.authorize('', { prompt: 'none' })).get('error')).toBe('login_required');
  });
  test('can cancel', async () => {
    expect((await new Browser(openId, appOrigin).authorize('')).get('error')).toBe('access_denied');
  });
});

describe('the product', () => {
  const scopes = ['https://api.loganalytics.io/Data.Read'];
  const application = () =>
    new ConfidentialClientApplication({
      auth: {
        clientId: openId.clientId,
        clientSecret: openId.clientSecret,
        authority: `${openId.authorityHost}/${openId.tenant}`,
        knownAuthorities: [new URL(openId.authorityHost).host],
      },
    });
  const onBehalf = async () =>
    application().acquireTokenOnBehalfOf({ oboAssertion: await openId.tokenFor('analyst'), scopes });

  test('gets a token for Log Analytics on behalf of a person', async () => {
    expect(decodeJwt((await onBehalf())?.accessToken ?? '')).toMatchObject({
      aud: 'https://api.loganalytics.io',
      oid: people.analyst.oid,
      scp: 'Data.Read',
    });
  });
  test('gets one as itself', async () => {
    const scope = 'https://api.loganalytics.io/.default';
    const result = await application().acquireTokenByClientCredential({ scopes: [scope] });
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({
      aud: 'https://api.loganalytics.io',
      idtyp: 'app',
    });
  });
  test('is challenged until the person has signed in with the claims', async () => {
    openId.answerOnBehalfOf('analyst', 'challenged');
    const browser = new Browser(openId, appOrigin);
    await browser.authorize('analyst');
    await expect(onBehalf()).rejects.toSatisfy(
      (error) => error instanceof InteractionRequiredAuthError && error.claims === challengeClaims,
    );
    expect((await browser.authorize('analyst', { claims: challengeClaims })).get('code')).not.toBeNull();
    expect((await onBehalf())?.accessToken).toEqual(expect.any(String));
  });
  test('is refused where nobody has consented', async () => {
    openId.answerOnBehalfOf('analyst', 'refused');
    await expect(onBehalf()).rejects.toMatchObject({
      errorCode: 'invalid_grant',
      subError: 'consent_required',
    });
    openId.answerOnBehalfOf('analyst', 'granted');
  });
});

test('another process can take a session back', async () => {
  const post = (path: string, body: object) =>
    fetch(`${openId.authorityHost}/double/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const browser = new Browser(openId, appOrigin);
  const { refresh_token } = await browser.redeem(await browser.authorize('stranger'));
  expect((await post('expire', { user: 'nobody' })).status).toBe(400);
  expect((await post('expire', { user: 'stranger' })).status).toBe(204);
  expect(await browser.renew(refresh_token)).toMatchObject({ error: 'invalid_grant' });
});
