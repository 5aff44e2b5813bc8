import { UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { principalOf } from '@/lib/source/logAnalytics/principal';

const encoded = (claims: Record<string, unknown>) => new UnsecuredJWT(claims).encode();

it.each([
  ['object id, within the tenant', encoded({ tid: 't', oid: 'o', sub: 's' }), 't o'],
  ['subject where there is no object id', encoded({ tid: 't', sub: 's' }), 't s'],
  ['nobody in particular where it says nothing', 'opaque', 'unknown'],
  [
    'nobody in particular where its claims are none',
    `x.${Buffer.from('[1]').toString('base64url')}.x`,
    'unknown',
  ],
])('the limits of a token count for its %s', (_, token, principal) => {
  expect(principalOf(token)).toBe(principal);
});
