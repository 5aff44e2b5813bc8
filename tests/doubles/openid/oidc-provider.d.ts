/** The part of `oidc-provider` 9 that the double uses; the package ships no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { JWK, JWTPayload } from 'jose';

  export interface Context {
    method: string;
    path: string;
    status: number;
    type: string;
    body: unknown;
    req: IncomingMessage & { body?: unknown };
    oidc: {
      client: { clientId: string };
      session: { accountId: string };
      params: Record<string, string | undefined>;
    };
  }

  export interface Interaction {
    uid: string;
    prompt: { name: string };
    params: Record<string, unknown>;
  }

  interface ResourceServer {
    scope: string;
    audience: string;
    accessTokenFormat: 'jwt';
    accessTokenTTL: number;
    jwt: { sign: { alg: string } };
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface Adapter {
    upsert(id: string, payload: Record<string, unknown>, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Record<string, unknown> | undefined>;
    findByUid(uid: string): Promise<Record<string, unknown> | undefined>;
    findByUserCode(userCode: string): Promise<undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Configuration {
    adapter: (model: string) => Adapter;
    clients: Record<string, unknown>[];
    jwks: { keys: JWK[] };
    scopes: string[];
    claims: Record<string, string[]>;
    conformIdTokenClaims: boolean;
    extraParams: string[];
    pkce: { required: () => boolean };
    clientBasedCORS: (context: Context, origin: string) => boolean;
    cookies: Record<'keys' | 'long' | 'short', unknown>;
    ttl: Record<string, number>;
    rotateRefreshToken: boolean;
    issueRefreshToken: () => Promise<boolean>;
    expiresWithSession: () => Promise<boolean>;
    features: {
      devInteractions: { enabled: boolean };
      rpInitiatedLogout: {
        enabled: boolean;
        logoutSource: (context: Context, form: string) => void;
        postLogoutSuccessSource: (context: Context) => void;
      };
      resourceIndicators: {
        enabled: boolean;
        defaultResource: () => string;
        useGrantedResource: () => boolean;
        getResourceServerInfo: (context: Context, resource: string) => ResourceServer;
      };
    };
    formats: {
      customizers: {
        jwt: (context: Context, token: { accountId: string }, jwt: { payload: JWTPayload }) => void;
      };
    };
    findAccount: (
      context: Context,
      id: string,
    ) => Promise<{ accountId: string; claims: () => Promise<JWTPayload & { sub: string }> } | undefined>;
    loadExistingGrant: (context: Context) => Promise<Grant>;
    interactions: { url: (context: Context, interaction: { uid: string }) => string };
    renderError: (context: Context, out: Record<string, unknown>, error: unknown) => void;
  }

  export namespace errors {
    class InvalidTarget extends Error {}
    class InvalidScope extends Error {
      constructor(message: string, scope: string);
    }
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    registerGrantType(name: string, handler: (context: Context) => Promise<void>, parameters: string[]): void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
