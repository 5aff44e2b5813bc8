import { decodeJwt } from 'jose';
import Provider, { errors } from 'oidc-provider';
import { type Issue, productClaims } from './claims';
import { addGrants, jwtBearer } from './grants';
import type { Memory } from './memory';
import { saying, signOutPage } from './pages';
import { isPersonName, type OnBehalfOf, type PersonName, people } from './people';
import { apiScope, apiUri, registration } from './registration';
import { bodyOf } from './signIn';
import type { SigningKey } from './signingKey';

const { tenant, clientId, clientSecret } = registration;

/** Entra has one registration for page and server; the provider authenticates each client in one way only. */
const serverClientId = `${clientId}-server`;
const day = 24 * 60 * 60;

/** A provider that answers MSAL as Entra's version 2.0 endpoints do, for one tenant, mounted at `mount`. */
export function entraProvider(options: {
  issue: Issue;
  mount: string;
  appOrigins: readonly string[];
  key: SigningKey;
  memory: Memory;
  onBehalfOf: (name: PersonName) => OnBehalfOf;
}): Provider {
  const { issue, mount, appOrigins, key, memory } = options;
  const api = {
    scope: apiScope,
    audience: clientId,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: issue.seconds,
    jwt: { sign: { alg: 'RS256' } },
  };
  const provider = new Provider(issue.issuer, {
    adapter: (model) => memory.adapter(model),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: appOrigins.map((origin) => `${origin}/auth`),
        post_logout_redirect_uris: appOrigins.map((origin) => `${origin}/auth`),
      },
      {
        client_id: serverClientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials', jwtBearer],
        response_types: [],
        redirect_uris: [],
      },
    ],
    jwks: { keys: [key.privateJwk] },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: { openid: ['sub', 'oid', 'tid'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    extraParams: ['claims'],
    pkce: { required: () => true },
    clientBasedCORS: (_context, origin) => appOrigins.includes(origin),
    cookies: {
      keys: ['double'],
      long: { signed: true, httpOnly: true, sameSite: 'none', secure: true },
      short: { signed: true, httpOnly: true, sameSite: 'lax', secure: true },
    },
    ttl: {
      AccessToken: issue.seconds,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: day,
      Session: day,
      Grant: day,
    },
    // Entra gives a new one with each renewal and keeps the old one good.
    rotateRefreshToken: false,
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = saying('Signed out', 'You are signed out.');
        },
      },
      resourceIndicators: {
        enabled: true,
        // Entra has no parameter for the resource: the scope names it, and this registration has one API.
        defaultResource: () => apiUri,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== apiUri) throw new errors.InvalidTarget();
          return api;
        },
      },
    },
    formats: {
      customizers: {
        jwt: (_context, { accountId }, jwt) => {
          if (isPersonName(accountId)) jwt.payload = productClaims(accountId, issue);
        },
      },
    },
    findAccount: async (_context, id) => {
      if (!isPersonName(id)) return undefined;
      const { oid, name, preferred_username } = people[id];
      return { accountId: id, claims: async () => ({ sub: id, tid: tenant, oid, name, preferred_username }) };
    },
    // The administrator has consented for everybody.
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email offline_access');
      grant.addResourceScope(apiUri, apiScope);
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `${mount}/interaction/${uid}` },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = saying('This did not work', JSON.stringify(out));
    },
  });
  addGrants(provider, key, issue, options.onBehalfOf);
  answerAsEntra(provider);
  return provider;
}

/** The token endpoint where Entra's differs from the standard: which client asks, `offline_access`, `client_info`. */
function answerAsEntra(provider: Provider): void {
  provider.use(async (context, next) => {
    if (context.method !== 'POST' || context.path !== '/token') return next();
    const form = new URLSearchParams(await bodyOf(context.req));
    if (form.has('client_secret')) form.set('client_id', serverClientId);
    const scopes = form.get('scope')?.split(' ') ?? [];
    if (form.get('grant_type') === 'refresh_token' || form.get('grant_type') === 'authorization_code')
      form.set('scope', scopes.filter((scope) => scope !== 'offline_access').join(' '));
    context.req.body = Object.fromEntries(form);
    await next();
    const { body } = context;
    if (typeof body !== 'object' || body === null || !('id_token' in body)) return;
    const { oid, tid } = decodeJwt<{ oid: string; tid: string }>(String(body.id_token));
    const info = Buffer.from(JSON.stringify({ uid: oid, utid: tid })).toString('base64url');
    context.body = { ...body, client_info: info };
  });
}
