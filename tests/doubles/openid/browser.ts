import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OpenId } from './openid';
import { apiScope } from './registration';

const tokens = z.looseObject({
  access_token: z.string(),
  refresh_token: z.string(),
  client_info: z.string(),
});

/** What a browser with MSAL does at the provider, by plain HTTP: authorization code with PKCE, and renewal. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #openId: OpenId;
  readonly #redirectUri: string;

  constructor(openId: OpenId, appOrigin: string) {
    this.#openId = openId;
    this.#redirectUri = `${appOrigin}/auth`;
  }

  /** Signs in as `login` (empty: Cancel) unless a session is there; answers what comes back to the product. */
  async authorize(login: string, more: Record<string, string> = {}): Promise<URLSearchParams> {
    const query = new URLSearchParams({
      client_id: this.#openId.clientId,
      response_type: 'code',
      redirect_uri: this.#redirectUri,
      scope: `openid profile offline_access ${apiScope}`,
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'state',
      ...more,
    });
    let at = await this.#follow(`${this.#openId.url}/auth?${query}`);
    if (at.includes('/interaction/'))
      at = await this.#follow(at, { method: 'POST', body: new URLSearchParams({ login }) });
    return new URL(at).searchParams;
  }

  /** Trades what came back for tokens. */
  async redeem(back: URLSearchParams) {
    return tokens.parse(
      await this.#token({
        grant_type: 'authorization_code',
        code: back.get('code') ?? '',
        code_verifier: this.#verifier,
        redirect_uri: this.#redirectUri,
      }),
    );
  }

  /** Renews by refresh token as MSAL does; answers the token endpoint's JSON, error or not. */
  renew(refresh_token: string): Promise<unknown> {
    const scope = `openid profile offline_access ${apiScope}`;
    return this.#token({ grant_type: 'refresh_token', refresh_token, scope });
  }

  readonly #verifier = randomBytes(32).toString('base64url');

  async #token(form: Record<string, string>): Promise<unknown> {
    const body = new URLSearchParams({ client_id: this.#openId.clientId, client_info: '1', ...form });
    return (await fetch(`${this.#openId.url}/token`, { method: 'POST', body })).json();
  }

  /** Follows redirects up to a page or to the product, and answers its address. */
  async #follow(address: string, init: RequestInit = {}): Promise<string> {
    if (address.startsWith(this.#redirectUri)) return address;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next === null ? address : this.#follow(new URL(next, address).href);
  }
}
