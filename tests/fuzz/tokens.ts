import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { readerOf } from '@/lib/auth/readerOf';
import { AppError } from '@/lib/errors';
import type { Authority } from './authority';
import { type Mutation, mutatedText, mutations } from './mutations';
import { hostile } from './searchBox';
import { expectSame, expectThat, type Surface } from './surface';

/** A token, by who signs it and over what, and what is done to it afterwards. */
type Attack =
  | { by: 'authority'; damage: Mutation[] }
  | { by: 'authority'; part: 0 | 1 | 2; with: string }
  | { by: 'nobody' | 'foreign' | 'public key'; header: object; claims: object }
  | { by: 'authority with other claims'; claims: object }
  | { by: 'text'; text: string };

const otherClaims = fc.dictionary(
  fc.constantFrom(
    'iss',
    'aud',
    'tid',
    'oid',
    'exp',
    'nbf',
    'scp',
    'roles',
    'groups',
    'ver',
    '__proto__',
    'name',
  ),
  fc.oneof(
    hostile,
    fc.constantFrom(null, 0, -1, 1e300, 9_999_999_999, '', 'Approvals.Access', true),
    fc.constantFrom([], ['Approvals.Read'], [['Approvals.Read']], {}, { toString: 1 }, 'Approvals.Read'),
  ),
  { maxKeys: 4 },
);
const headers = fc.record(
  {
    alg: fc.constantFrom(
      'none',
      'None',
      'HS256',
      'HS512',
      'RS256',
      'RS512',
      'PS256',
      'ES256',
      'dir',
      '',
      1,
      null,
    ),
    kid: fc.oneof(fc.constantFrom('../../dev/null', "' or 1=1 --", '', 0, null), hostile),
    typ: fc.constantFrom('JWT', 'at+jwt', null),
    jku: fc.constant('https://attacker.example/jwks'),
    x5u: fc.constant('https://attacker.example/x5u'),
    jwk: fc.constant({ kty: 'RSA', n: 'AQAB', e: 'AQAB' }),
    crit: fc.constantFrom([], ['exp'], 'exp'),
    b64: fc.boolean(),
    zip: fc.constant('DEF'),
  },
  { requiredKeys: [] },
);
const attacks: fc.Arbitrary<Attack> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ by: fc.constant('authority'), damage: fc.array(mutations, { maxLength: 3 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('authority'),
      part: fc.constantFrom(0, 1, 2),
      with: fc.oneof(
        hostile,
        fc.base64String({ maxLength: 40 }),
        fc.constantFrom('', 'e30', 'bnVsbA', 'W10'),
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constantFrom('nobody', 'foreign', 'public key'),
      header: headers,
      claims: otherClaims,
    }),
  },
  fc.record({ by: fc.constant('authority with other claims'), claims: otherClaims }),
  fc.record({
    by: fc.constant('text'),
    text: fc.oneof(
      hostile,
      fc.constantFrom('.', '..', 'a.b.c.d.e', 'A'.repeat(20_000), `${'e30.'.repeat(2_000)}`),
    ),
  }),
);

const refusals = ['sign-in-needed', 'token-refused', 'token-expired', 'no-access', 'scope-unknown'];

/** Tokens through the verification that every route begins with. */
export async function tokens({ signIn, key, foreign, claims }: Authority): Promise<Surface<Attack>> {
  const good = await key.sign(claims);
  const forged = await foreign.sign(claims, { kid: key.publicJwk.kid ?? '' });
  const parts = good.split('.');
  const pem = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });

  async function tokenOf(attack: Attack): Promise<string> {
    if (attack.by === 'text') return attack.text;
    if (attack.by === 'authority with other claims') return key.sign({ ...claims, ...attack.claims });
    if (attack.by === 'authority')
      return 'damage' in attack
        ? mutatedText(good, attack.damage)
        : parts.with(attack.part, attack.with).join('.');
    const header = { alg: 'RS256', typ: 'JWT', kid: key.publicJwk.kid, ...attack.header };
    const signed = [header, { ...claims, ...attack.claims }].map(encoded).join('.');
    if (attack.by === 'nobody') return `${signed}.`;
    if (attack.by === 'foreign') return `${signed}.${forged.split('.')[2]}`;
    return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
  }

  return {
    inputs: attacks,
    async check(attack) {
      const token = await tokenOf(attack);
      const answer = await reader(token);
      if (typeof answer === 'string') {
        expectThat(refusals.includes(answer), 'refused in words that are not its own', answer);
        expectThat(token !== good, 'the good token is refused', answer);
        return 'refused';
      }
      expectThat(isAllowed(token, attack), 'a token was let in', { token, attack });
      expectSame([answer.grants, answer.id], [null, claims.oid], 'the token gave more, or another person');
      return 'accepted';
    },
  };

  /** Untouched; or what the authority itself signed, which the product may take when every claim it needs is right. */
  function isAllowed(token: string, attack: Attack): boolean {
    const [header, payload, signature = ''] = token.split('.');
    if (attack.by === 'authority with other claims') return isRight({ ...claims, ...attack.claims });
    const isUntouched = header === parts[0] && payload === parts[1] && token.split('.').length === 3;
    // The last letter of a signature holds bits that mean nothing, so the same one can be spelled in several ways.
    return (
      isUntouched && Buffer.from(signature, 'base64url').equals(Buffer.from(parts[2] ?? '', 'base64url'))
    );
  }

  function isRight(said: Record<string, unknown>): boolean {
    const audiences = [said.aud].flat();
    return (
      said.iss === claims.iss &&
      said.tid === claims.tid &&
      said.oid === claims.oid &&
      [signIn.clientId, `api://${signIn.clientId}`].some((one) => audiences.includes(one)) &&
      typeof said.scp === 'string' &&
      said.scp.split(' ').includes('Approvals.Access') &&
      Array.isArray(said.roles) &&
      said.roles.includes('Approvals.Read') &&
      typeof said.exp === 'number' &&
      said.exp > Date.now() / 1000 - 61 &&
      (said.nbf === undefined || (typeof said.nbf === 'number' && said.nbf < Date.now() / 1000 + 61))
    );
  }

  /** The reader, or the code of the refusal. */
  async function reader(token: string) {
    let request: Request;
    try {
      request = new Request('http://127.0.0.1', { headers: { authorization: `Bearer ${token}` } });
    } catch {
      // No header can hold it, so nobody can send it.
      return 'sign-in-needed';
    }
    return readerOf(request, signIn).catch((error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    });
  }
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
