import { createHmac, createPublicKey, randomUUID } from 'node:crypto';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import type { OpenId } from '../doubles/openid/openid';
import { newSigningKey } from '../doubles/openid/signingKey';

/** A header that must not get through: how it is refused, and a part of the sentence where that matters. */
interface BadToken {
  status: 401 | 403;
  code: string;
  says?: string;
  authorization(openId: OpenId): Promise<string | null> | string | null;
}

const now = () => Math.floor(Date.now() / 1000);
const refused = { status: 401, code: 'token-refused' } as const;

const analyst = (change: Record<string, unknown>) => async (openId: OpenId) =>
  `Bearer ${await openId.tokenFor('analyst', { claims: change })}`;

async function claimsOf(openId: OpenId): Promise<JWTPayload> {
  const [, payload = ''] = (await openId.tokenFor('analyst')).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

/** The analyst’s claims under another signature. */
async function forged(openId: OpenId, kid: string | undefined): Promise<string> {
  const key = await newSigningKey();
  return `Bearer ${await key.sign(await claimsOf(openId), kid === undefined ? {} : { kid })}`;
}

async function hashedWithPublicKey(openId: OpenId): Promise<string> {
  const jwk = openId.publicJwk;
  const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const [header, payload] = [{ alg: 'HS256', typ: 'JWT', kid: jwk.kid }, await claimsOf(openId)].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signature = createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url');
  return `Bearer ${header}.${payload}.${signature}`;
}

async function changedAfterSigning(openId: OpenId): Promise<string> {
  const [header, , signature] = (await openId.tokenFor('stranger')).split('.');
  const payload = Buffer.from(JSON.stringify(await claimsOf(openId))).toString('base64url');
  return `Bearer ${header}.${payload}.${signature}`;
}

const otherTenant = '22222222-0000-4000-8000-000000000000';

export const badTokens: Record<string, BadToken> = {
  'no token': { status: 401, code: 'sign-in-needed', authorization: () => null },
  'a password': { status: 401, code: 'sign-in-needed', authorization: () => 'Basic YWxpY2U6c2VjcmV0' },
  'an empty token': { status: 401, code: 'sign-in-needed', authorization: () => 'Bearer ' },
  'a word': { ...refused, authorization: () => 'Bearer nonsense' },
  'three parts that are no token': { ...refused, authorization: () => 'Bearer a.b.c' },
  'an encrypted token': { ...refused, authorization: () => 'Bearer a.b.c.d.e' },
  'alg none': {
    ...refused,
    authorization: async (openId) => `Bearer ${new UnsecuredJWT(await claimsOf(openId)).encode()}`,
  },
  'HS256 with the public key as secret': { ...refused, authorization: hashedWithPublicKey },
  'another key under the same key id': {
    ...refused,
    authorization: (openId) => forged(openId, openId.publicJwk.kid),
  },
  'an unknown key id': { ...refused, authorization: (openId) => forged(openId, randomUUID()) },
  'a role added after signing': { ...refused, authorization: changedAfterSigning },
  'another issuer': { ...refused, authorization: analyst({ iss: 'https://login.example' }) },
  'the issuer of another tenant': {
    ...refused,
    authorization: async (openId) => analyst({ iss: openId.url.replace(openId.tenant, otherTenant) })(openId),
  },
  'a token of version 1': {
    ...refused,
    says: 'requestedAccessTokenVersion',
    authorization: async (openId) =>
      analyst({
        iss: `https://sts.windows.net/${openId.tenant}/`,
        ver: '1.0',
        aud: `api://${openId.clientId}`,
      })(openId),
  },
  'another tenant': { ...refused, authorization: analyst({ tid: otherTenant }) },
  'no tenant': { ...refused, authorization: analyst({ tid: undefined }) },
  'another audience': { ...refused, authorization: analyst({ aud: randomUUID() }) },
  'no audience': { ...refused, authorization: analyst({ aud: undefined }) },
  'a token for Log Analytics': {
    ...refused,
    authorization: analyst({ aud: 'https://api.loganalytics.io', scp: 'Data.Read' }),
  },
  'a token for Log Analytics as Entra signs it': {
    ...refused,
    says: 'Sign in again',
    authorization: analyst({
      iss: 'https://sts.windows.net/x/',
      ver: '1.0',
      aud: 'https://api.loganalytics.io',
    }),
  },
  'an expired token': {
    status: 401,
    code: 'token-expired',
    authorization: analyst({ iat: now() - 7200, nbf: now() - 7200, exp: now() - 120 }),
  },
  'a token that never expires': { ...refused, authorization: analyst({ exp: undefined }) },
  'a token that is not yet valid': {
    ...refused,
    says: 'clock',
    authorization: analyst({ nbf: now() + 600 }),
  },
  'no object id': { ...refused, authorization: analyst({ oid: undefined }) },
  'no scope': { ...refused, says: 'api://', authorization: analyst({ scp: undefined }) },
  'a foreign scope': {
    ...refused,
    says: 'Approvals.Access',
    authorization: analyst({ scp: 'User.Read openid' }),
  },
  'a scope whose name only begins alike': {
    ...refused,
    authorization: analyst({ scp: 'Approvals.Access.All' }),
  },
  'a token of an application': {
    ...refused,
    says: 'applications',
    authorization: analyst({ scp: undefined, idtyp: 'app' }),
  },
  'an ID token': { ...refused, authorization: analyst({ scp: undefined, nonce: 'n', roles: undefined }) },
  'no role': {
    status: 403,
    code: 'no-access',
    says: 'Approvals.Read',
    authorization: async (openId) => `Bearer ${await openId.tokenFor('stranger')}`,
  },
  'a foreign role': {
    status: 403,
    code: 'no-access',
    authorization: analyst({ roles: ['Approvals.Write'] }),
  },
  'a scoped role without a scopes file': {
    status: 403,
    code: 'scope-unknown',
    authorization: async (openId) => `Bearer ${await openId.tokenFor('owner')}`,
  },
};
