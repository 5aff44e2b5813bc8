import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import type { Tls } from '../tls';
import { type Issue, productClaims } from './claims';
import { Memory } from './memory';
import { isPersonName, type OnBehalfOf, type PersonName, people } from './people';
import { entraProvider } from './provider';
import { registration } from './registration';
import { bodyOf, isChallenge, signIn } from './signIn';
import { newSigningKey, type SigningKey } from './signingKey';

export interface OpenIdOptions {
  /** Any free port when it is left out. */
  port?: number;
  /** Where the product is served, such as `http://127.0.0.1:3000`; it signs in at `<origin>/auth`. */
  appOrigins: readonly string[];
  tls: Tls;
  /** How long access tokens are good; MSAL renews below 300 at every use. */
  tokenSeconds?: number;
}

const control = z.object({
  user: z.custom<PersonName>(isPersonName),
  answer: z.enum(['granted', 'challenged', 'refused']).optional(),
});

/** Starts a real OpenID provider on loopback that looks like Entra to MSAL. */
export async function startOpenId(options: OpenIdOptions): Promise<OpenId> {
  const openId = new OpenId(options, await newSigningKey());
  await openId.listen(options.port ?? 0);
  return openId;
}

export class OpenId {
  readonly tenant = registration.tenant;
  readonly clientId = registration.clientId;
  readonly clientSecret = registration.clientSecret;
  readonly users = people;
  readonly caFile: string;
  /** How often the keys, and the discovery document, were asked for. */
  readonly asked = { keys: 0, discovery: 0 };
  /** While true the authority answers 503 to everything. */
  isDown = false;

  readonly #options: OpenIdOptions;
  readonly #server: Server;
  readonly #memory = new Memory();
  readonly #onBehalfOf = new Map<PersonName, OnBehalfOf>();
  readonly #mount = `/${registration.tenant}/v2.0`;
  #key: SigningKey;
  #provider: ReturnType<typeof entraProvider> | null = null;
  #port = 0;

  constructor(options: OpenIdOptions, key: SigningKey) {
    this.#options = options;
    this.#key = key;
    this.caFile = options.tls.caFile;
    this.#server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(String(error));
      });
    });
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
    this.#port = address.port;
    this.#renew();
  }

  get authorityHost(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  /** The issuer, below which everything lies. */
  get url(): string {
    return `${this.authorityHost}${this.#mount}`;
  }

  /** A token of the product for a person, with other claims or another header where they are given. */
  tokenFor(
    user: PersonName,
    other: { claims?: Record<string, unknown>; header?: Partial<JWTHeaderParameters> } = {},
  ): Promise<string> {
    return this.#key.sign({ ...productClaims(user, this.#issue), ...other.claims }, other.header);
  }

  /** The key that signs now, for tests that misuse it. */
  get publicJwk(): SigningKey['publicJwk'] {
    return this.#key.publicJwk;
  }

  /** Signs with a new key from now on; the old one is gone. */
  async rotateKey(): Promise<void> {
    this.#key = await newSigningKey();
    this.#renew();
  }

  /** Takes back the sessions and refresh tokens of a person. */
  expire(user: PersonName): void {
    this.#memory.forget(user);
  }

  /** How tokens on behalf of a person are answered from now on; a sign-in with the challenge's claims grants. */
  answerOnBehalfOf(user: PersonName, answer: OnBehalfOf): void {
    this.#onBehalfOf.set(user, answer);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #issue(): Issue {
    return { issuer: this.url, seconds: this.#options.tokenSeconds ?? 3600 };
  }

  #renew(): void {
    this.#provider = entraProvider({
      issue: this.#issue,
      mount: this.#mount,
      appOrigins: this.#options.appOrigins,
      key: this.#key,
      memory: this.#memory,
      onBehalfOf: (user) => this.#onBehalfOf.get(user) ?? 'granted',
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.authorityHost);
    if (url.pathname.startsWith('/double/')) return this.#control(url.pathname, request, response);
    if (!this.#provider || !url.pathname.startsWith(`${this.#mount}/`))
      return void response.writeHead(404).end();
    const path = url.pathname.slice(this.#mount.length);
    if (path === '/jwks') this.asked.keys += 1;
    if (path === '/.well-known/openid-configuration') this.asked.discovery += 1;
    if (this.isDown) return void response.writeHead(503).end();
    if (path.startsWith('/interaction/'))
      return signIn(this.#provider, this.#mount, request, response, (user) =>
        this.answerOnBehalfOf(user, 'granted'),
      );
    // MSAL names no client when it signs out, which Entra does not need either.
    if (path === '/session/end' && !url.searchParams.has('id_token_hint'))
      url.searchParams.set('client_id', registration.clientId);
    // A challenge is answered by signing in anew, session or not, and an account is chosen in the same way.
    const { claims, prompt } = Object.fromEntries(url.searchParams);
    if (path === '/auth' && (isChallenge(claims) || prompt === 'select_account'))
      url.searchParams.set('prompt', 'login');
    request.url = `${path}${url.search}`;
    Object.assign(request, { originalUrl: `${this.#mount}${request.url}` });
    this.#provider.callback()(request, response);
  }

  /** `POST /double/expire` and `POST /double/on-behalf-of`, for tests in another process. */
  async #control(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { data } = control.safeParse(JSON.parse(await bodyOf(request)));
    if (!data) return void response.writeHead(400).end();
    if (path === '/double/expire') this.expire(data.user);
    else if (path === '/double/on-behalf-of' && data.answer) this.answerOnBehalfOf(data.user, data.answer);
    else return void response.writeHead(404).end();
    response.writeHead(204).end();
  }
}
