import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import type { Context } from 'oidc-provider';
import { applicationClaims, delegatedClaims, type Issue } from './claims';
import { isPersonName, type OnBehalfOf, type PersonName } from './people';
import { logAnalytics, registration } from './registration';
import type { SigningKey } from './signingKey';

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The claims challenge of Conditional Access that a browser must take to its next sign-in. */
export const challengeClaims = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';

/** Adds the grants by which the product itself gets tokens for Log Analytics, as Entra gives them. */
export function addGrants(
  provider: Provider,
  key: SigningKey,
  issue: Issue,
  onBehalfOf: (name: PersonName) => OnBehalfOf,
): void {
  const keys = createLocalJWKSet({ keys: [key.publicJwk] });

  async function give(context: Context, claims: JWTPayload): Promise<void> {
    const access_token = await key.sign(claims);
    context.body = {
      token_type: 'Bearer',
      expires_in: issue.seconds,
      ext_expires_in: issue.seconds,
      access_token,
    };
  }

  provider.registerGrantType(
    'client_credentials',
    async (context) => {
      if (context.oidc.params.scope !== `${logAnalytics}/.default`)
        return refuse(context, 'invalid_scope', 70011, 'The scope is not valid.');
      await give(context, applicationClaims(issue));
    },
    ['scope'],
  );

  provider.registerGrantType(
    jwtBearer,
    async (context) => {
      const { requested_token_use, assertion = '', scope = '' } = context.oidc.params;
      if (requested_token_use !== 'on_behalf_of')
        return refuse(context, 'invalid_request', 90014, 'requested_token_use is missing.');
      const asked = scope.split(' ');
      if (![`${logAnalytics}/Data.Read`, `${logAnalytics}/.default`].some((one) => asked.includes(one)))
        return refuse(context, 'invalid_scope', 70011, 'The scope is not valid.');
      const name = await jwtVerify(assertion, keys, {
        issuer: issue.issuer,
        audience: registration.clientId,
      }).then(
        ({ payload }) => payload.sub,
        () => null,
      );
      if (!isPersonName(name)) return refuse(context, 'invalid_grant', 50013, 'Assertion failed validation.');
      const answer = onBehalfOf(name);
      if (answer === 'challenged')
        return refuse(context, 'interaction_required', 50076, 'Use multi-factor authentication.', {
          suberror: 'basic_action',
          claims: challengeClaims,
        });
      if (answer === 'refused')
        return refuse(context, 'invalid_grant', 65001, 'The user or administrator has not consented.', {
          suberror: 'consent_required',
        });
      await give(context, delegatedClaims(name, issue));
    },
    ['assertion', 'requested_token_use', 'scope', 'client_info'],
  );
}

/** Entra's form of an error: a code of its own in the description and in `error_codes`. */
function refuse(context: Context, error: string, code: number, words: string, more: object = {}): void {
  context.status = 400;
  context.body = {
    error,
    error_description: `AADSTS${code}: ${words}`,
    error_codes: [code],
    timestamp: new Date().toISOString(),
    ...more,
  };
}
